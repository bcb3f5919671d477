import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { CLASSES } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import { chooseSamples } from '@/lib/data/samples/choose';
import type { Sample } from '@/lib/data/samples/sample';

const _image = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 200, g: 80, b: 20, alpha: 0.5 } } });

describe('the samples of a visit', () => {
  const all: Sample[] = CLASSES.flatMap((label) =>
    [1, 2, 3, 4, 5].map((n) => ({ id: `${label}-${n}`, label, artist: 'someone', heldOut: n > 3 })),
  );
  const ids = (seed: number, wanted?: string) =>
    chooseSamples(all, COURSE.dataSet, seed, wanted).map(({ id }) => id);

  it('are two of each class, one by a known artist and one of the test images, and always include the default', () => {
    for (const seed of [0, 0.1, 0.5, 0.999]) {
      const chosen = chooseSamples(all, COURSE.dataSet, seed);
      expect(chosen.map(({ label }) => label)).toEqual([...CLASSES, ...CLASSES]);
      expect(chosen.map(({ heldOut }) => heldOut)).toEqual([
        ...Array(10).fill(false),
        ...Array(10).fill(true),
      ]);
      expect(chosen.some(({ id }) => id === COURSE.dataSet.first.id)).toBe(true);
    }
  });

  it('end with all photographs, whatever the seed', () => {
    const photograph: Sample = {
      id: 'cat-photo-1',
      label: 'cat',
      artist: 'x',
      heldOut: true,
      photograph: true,
    };
    for (const seed of [0, 0.6]) {
      const chosen = chooseSamples([photograph, ...all], COURSE.dataSet, seed);
      expect(chosen.at(-1)).toEqual(photograph);
      expect(chosen).toHaveLength(21);
    }
  });

  it('are the same for the same seed and differ for another', () => {
    expect(ids(0.3)).toEqual(ids(0.3));
    expect(ids(0.3)).not.toEqual(ids(0.7));
  });

  it('include the one that was asked for', () => {
    for (const { id } of all) expect(ids(0.2, id)).toContain(id);
    expect(ids(0.2, 'cat-2')).toContain(COURSE.dataSet.first.id);
  });

  it('are of every label for a network whose classes are none of theirs', () => {
    const chosen = chooseSamples(all, { ...COURSE.dataSet, classes: ['pizza', 'koala'] }, 0.2);
    expect(new Set(chosen.map(({ label }) => label))).toEqual(new Set(CLASSES));
  });
});
