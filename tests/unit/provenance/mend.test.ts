import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { referencePipeline } from '@/lib/course/reference';
import { lastFinite, mendPath } from '@/lib/provenance/mend';
import { pathToPixels } from '@/lib/provenance/path';
import { type Cell, cellAt, contains, size } from '@/lib/tensor/tensor';
import { anyPass } from '../support/passes';
import { must } from '../support/result';

const answer = {
  stage: 'output',
  shape: [10],
  values: Float32Array.from({ length: 10 }, (_, n) => (n === 3 ? 0.91 : 0.01)),
} as const;
const mend = (...steps: readonly (readonly [string, ...number[]])[]) =>
  mendPath(
    referencePipeline,
    answer,
    steps.map(([stage, ...cell]) => ({ stage, cell: cell as unknown as Cell })),
  );

describe('a path from a link', () => {
  test('is kept unchanged where all of it exists', () => {
    fc.assert(
      fc.property(anyPass, ({ pipeline, trace, weights }) => {
        const last = pipeline.stages[pipeline.stages.length - 1];
        const path = must(pathToPixels(pipeline, trace, weights, { stage: last.id, cell: [0] }));
        expect(mendPath(pipeline, null, path)).toEqual({ path, missing: null });
      }),
      { numRuns: 60 },
    );
  });

  test('ends before the first value that this network does not have', () => {
    const { path, missing } = mend(['output', 3], ['dense', 17], ['flatten', 99999], ['pool2', 0, 0, 0]);
    expect(path).toEqual([
      { stage: 'output', cell: [3] },
      { stage: 'dense', cell: [17] },
    ]);
    expect(missing).toBe(
      'The stage “Flatten” outputs 12,544 values: there is nothing at index 99999. The way is shown as far as it goes.',
    );
  });

  test('ends where a stage does not read the one that is named next', () => {
    const { path, missing } = mend(['output', 3], ['pool2', 0, 0, 0]);
    expect(path).toEqual([{ stage: 'output', cell: [3] }]);
    expect(missing).toContain('does not read');
  });

  test('of which nothing exists leads to the nearest cell of that stage', () => {
    expect(mend(['dense', 5000])).toMatchObject({ path: [{ stage: 'dense', cell: [127] }] });
    expect(mend(['conv1', 5, 99, 40])).toMatchObject({ path: [{ stage: 'conv1', cell: [5, 61, 31] }] });
  });

  test('to a stage that does not exist or has a different kind leads to the prediction', () => {
    expect(mend(['conv9', 1, 2, 3])).toEqual({
      path: [{ stage: 'output', cell: [3] }],
      missing: 'This network has no stage called “conv9”. The nearest value that exists is shown instead.',
    });
    expect(mend(['dense', 1, 2, 3]).path).toEqual([{ stage: 'output', cell: [3] }]);
    expect(mendPath(referencePipeline, null, [{ stage: 'conv9', cell: [0] }]).path).toEqual([
      { stage: 'output', cell: [0] },
    ]);
  });

  test('always leads somewhere, whatever it names', () => {
    const index = fc.nat(200_000);
    const cell = fc.oneof(fc.tuple(index), fc.tuple(index, index, index));
    const stage = fc.constantFrom(...referencePipeline.stages.map(({ id }) => id), 'nothing', '');
    const ways = fc.array(fc.record({ stage, cell }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(ways, (asked) => {
        const { path, missing } = mendPath(referencePipeline, answer, asked);
        expect(path.length).toBeGreaterThan(0);
        for (const step of path) {
          const found = referencePipeline.stages.find(({ id }) => id === step.stage);
          expect(found && contains(found.output, step.cell)).toBe(true);
        }
        if (missing === null) expect(path).toEqual(asked);
      }),
    );
  });
});

test('before a stage with values that are not finite, the last stage that is finite throughout is found', () => {
  const { stages } = referencePipeline;
  const traces = stages.map(({ id, output }, n) => {
    const values = new Float32Array(size(output)).fill(n > 4 ? Number.NaN : 0.5);
    if (id === 'pool1') values[77] = 2;
    return { stage: id, shape: output, values };
  });
  // The second convolution is the fifth stage: one of its values is not a number.
  traces[4].values[12] = Number.POSITIVE_INFINITY;
  expect(lastFinite(referencePipeline, traces, 'output')).toEqual({
    stage: 'pool1',
    cell: cellAt(stages[3].output, 77),
  });
  expect(lastFinite(referencePipeline, [], 'output')).toBeNull();
});
