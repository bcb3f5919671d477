import { expect, test } from 'vitest';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { DIGITS } from '@/lib/shelf/digits';
import { PHOTOGRAPHS } from '@/lib/shelf/photographs';
import { openedSubject } from '@/lib/store/subject/opened-subject';
import { DRAWINGS, onDrawings } from '@/lib/store/subject/train-on-set';

test.each([PHOTOGRAPHS, DIGITS])(
  'the layers of $id fit the course’s drawings, which are scaled',
  ({ architecture }) => {
    const fitted = onDrawings(architecture, 'on drawings');
    if (!fitted.ok) throw new Error(fitted.problem.sentence);
    expect(fitted.value.classes).toEqual(DRAWINGS.classes);
    expect(fitted.value.input).toEqual(architecture.input);
    expect(buildPipeline(fitted.value).ok).toBe(true);
    const { dataSet } = openedSubject('net-00000000', { architecture: fitted.value, weights: null });
    expect(dataSet.images).toMatchObject({ scaled: true });
  },
);

test('a network for larger images is told where they are made smaller', () => {
  const large = { ...PHOTOGRAPHS.architecture, input: [224, 224, 3] as const };
  expect(onDrawings(large, 'large')).toMatchObject({
    ok: false,
    problem: { sentence: expect.stringMatching(/128 pixels a side.*<build>/) },
  });
});

test('one that does not end in an output for each class is told so', () => {
  const { layers } = PHOTOGRAPHS.architecture;
  const bare = { ...PHOTOGRAPHS.architecture, layers: layers.slice(0, 5) };
  expect(onDrawings(bare, 'bare')).toMatchObject({
    ok: false,
    problem: { sentence: expect.stringMatching(/does not end in one output for each class/) },
  });
});
