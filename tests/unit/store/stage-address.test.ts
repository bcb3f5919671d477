import { describe, expect, it } from 'vitest';
import { COURSE } from '@/lib/course/subject';
import { DIGITS } from '@/lib/shelf/digits';
import { PHOTOGRAPHS } from '@/lib/shelf/photographs';
import { readAddress } from '@/lib/store/learner/address';
import { hasOwnLesson, stageAddress } from '@/lib/store/subject/stage-address';

describe('the address of the lesson on a stage', () => {
  it('is a page of its own for each stage of the course, and no other', () => {
    for (const { id } of COURSE.architecture.layers) expect(stageAddress(id, COURSE)).toBe(`/stages/${id}/`);
    // The digits' network has stages of the same names, about which the course's lessons are not.
    expect(stageAddress('conv1', DIGITS)).toBe('/stage/?stage=conv1');
    expect(stageAddress('norm1', PHOTOGRAPHS)).toBe('/stage/?stage=norm1');
    // A learner's changed copy of the course's network may have stages that the course lacks.
    expect(stageAddress('norm1', COURSE)).toBe('/stage/?stage=norm1');
    expect(hasOwnLesson('norm1', COURSE)).toBe(false);
  });

  it('names the stage so that the page reads it back', () => {
    for (const { id } of PHOTOGRAPHS.architecture.layers) {
      const { search } = new URL(stageAddress(id, PHOTOGRAPHS), 'http://here');
      expect(readAddress(search).choice.stage).toBe(id);
    }
  });

  it('keeps the other parameters, but none of the stage that is left', () => {
    const before = 'stage=conv1&picture=cat-1&channel=3&cell=1,2,3&network=digits&way=conv1.1.2.3';
    expect(stageAddress('pool1', DIGITS, before)).toBe('/stage/?stage=pool1&picture=cat-1&network=digits');
    expect(stageAddress('pool1', COURSE, 'picture=cat-1')).toBe('/stages/pool1/?picture=cat-1');
  });
});
