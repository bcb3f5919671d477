import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explain } from '@/lib/kinds/conv2d/explain';
import type { Pipeline } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { ledgerOf } from '@/lib/what-if/ledger';
import { editNetwork, type NetworkEdit, PRESETS, patternOf } from '@/lib/what-if/network-edits';
import { naiveForward } from '../support/naive';
import { anySides } from '../support/networks';
import { kernelOf } from '../support/parameters';
import { anyPass } from '../support/passes';

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

const learning = ({ stages }: Pipeline) => stages.filter(({ weights }) => weights?.kernel);

test('setting a weight changes that weight and no other; the originals are not touched', () => {
  fc.assert(
    fc.property(anyPass, share, share, ({ pipeline, weights }, which, where) => {
      const stages = learning(pipeline);
      const { id } = stages[Math.floor(which * stages.length)];
      const { shape, values } = kernelOf(weights[id]);
      const at = Math.floor(where * values.length);
      const index = shape.map((_, axis) => {
        const step = shape.slice(axis + 1).reduce((all, n) => all * n, 1);
        return Math.floor(at / step) % shape[axis];
      });
      const before = values.slice();
      const edit = { kind: 'weight', stage: id, place: { part: 'kernel', index }, value: 7 } as const;
      const edited = editNetwork(pipeline.architecture, weights, [edit]).weights;
      expect(Array.from(kernelOf(edited[id]).values)).toEqual(
        Array.from(before, (own, n) => (n === at ? 7 : own)),
      );
      expect(values).toEqual(before);
      for (const other of stages) if (other.id !== id) expect(edited[other.id]).toBe(weights[other.id]);
    }),
  );
});

test('a channel that is off outputs 0 everywhere', () => {
  fc.assert(
    fc.property(anyPass, share, share, ({ pipeline, trace, weights }, which, where) => {
      const stages = learning(pipeline).slice(0, -1);
      if (stages.length === 0) return;
      const { id, number } = stages[Math.floor(which * stages.length)];
      const channels = kernelOf(weights[id]).shape.at(-1) ?? 0;
      const channel = Math.floor(where * channels);
      const edited = editNetwork(pipeline.architecture, weights, [{ kind: 'off', stage: id, channel }]);
      const image = Array.from(trace.stages[0].values);
      const { values } = naiveForward(edited.architecture, edited.weights, image)[number - 1];
      values.forEach((value, at) => {
        if (at % channels === channel) expect(Math.abs(value)).toBe(0);
        else expect(value).toBe(trace.stages[number - 1].values[at]);
      });
    }),
  );
});

test('of the offered kernels, blur and sharpening keep a uniform image, and edge kernels output 0 for it', () => {
  const sides = [1, 2, 3, 4, 5];
  for (const height of sides)
    for (const width of sides)
      for (const preset of PRESETS) {
        const sum = patternOf(preset, [height, width]).reduce((all, one) => all + one, 0);
        expect(sum).toBeCloseTo(preset.endsWith('edge') ? 0 : 1, 12);
      }
  expect(Array.from(patternOf('vertical edge', [3, 3])).map(Math.sign)).toEqual([
    -1, 0, 1, -1, 0, 1, -1, 0, 1,
  ]);
  expect(Array.from(patternOf('vertical edge', [2, 4])).map(Math.sign)).toEqual([-1, -1, 1, 1, -1, -1, 1, 1]);
  expect(Array.from(patternOf('horizontal edge', [2, 3])).map(Math.sign)).toEqual([-1, -1, -1, 1, 1, 1]);
});

test('identity with padding outputs its input, whatever the sides of the kernel', () => {
  fc.assert(
    fc.property(anySides(5), anySides(9), (kernel, image) => {
      const [height, width = height] = [image].flat();
      const layer = {
        id: 'conv',
        kind: 'conv2d',
        filters: 1,
        kernel,
        stride: 1,
        padding: 'same',
        activation: 'linear',
      } as const;
      const [high, wide = high] = [kernel].flat();
      const values = Float32Array.from({ length: height * width }, (_, at) => at + 1);
      const own = {
        kernel: { shape: [high, wide, 1, 1], values: Float32Array.from(patternOf('identity', [high, wide])) },
      };
      values.forEach((value, at) => {
        const cell = [Math.floor(at / width), at % width, 0] as const;
        expect(explain(layer, { shape: [height, width, 1], values }, own, cell).value).toBe(value);
      });
    }),
  );
});

test('without its ReLU a layer outputs its sums', () => {
  fc.assert(
    fc.property(anyPass, ({ pipeline, trace, weights }) => {
      const stage = pipeline.stages.find(({ layer }) => 'activation' in layer && layer.activation === 'relu');
      if (!stage) return;
      const edited = editNetwork(pipeline.architecture, weights, [{ kind: 'linear', stage: stage.id }]);
      const image = Array.from(trace.stages[0].values);
      const { values } = naiveForward(edited.architecture, edited.weights, image)[stage.number - 1];
      expect(values).toEqual(trace.stages[stage.number - 1].before);
    }),
  );
});

/** A trace with its weights, of a network that may have been edited. */
function passOf(
  pipeline: Pipeline,
  weights: WeightSet,
  edits: readonly NetworkEdit[],
  image: readonly number[],
) {
  const edited = editNetwork(pipeline.architecture, weights, edits);
  const stages = naiveForward(edited.architecture, edited.weights, image);
  return { stages, weights: edited.weights } satisfies Pick<Trace, 'stages' | 'weights'>;
}

test('the ledger’s causes add up to the logit’s change, and unchanged values are not in it', () => {
  fc.assert(
    fc.property(anyPass, share, ({ pipeline, weights, trace }, where) => {
      const image = Array.from(trace.stages[0].values);
      const before = passOf(pipeline, weights, [], image);
      const same = ledgerOf(pipeline, before, before);
      expect(same.stages).toEqual([]);
      expect(same.logit).toBeNull();
      const moved = image.map((value, at) => (at === Math.floor(where * image.length) ? 255 - value : value));
      const last = pipeline.stages[pipeline.stages.length - 1];
      const index = [0, 0];
      const edit = { kind: 'weight', stage: last.id, place: { part: 'kernel', index }, value: 1 } as const;
      const after = passOf(pipeline, weights, [edit], moved);
      const { logit, classes } = ledgerOf(pipeline, before, after);
      if (!logit) return;
      const sum = logit.causes.reduce((all, { change }) => all + change, logit.bias);
      expect(Math.abs(sum - logit.change)).toBeLessThan(
        1e-4 * Math.max(1, ...logit.causes.map(({ change }) => Math.abs(change))),
      );
      expect(logit.unit).toBe(classes[0].unit);
      expect(classes.reduce((all, one) => all + one.after - one.before, 0)).toBeCloseTo(0, 4);
    }),
  );
});
