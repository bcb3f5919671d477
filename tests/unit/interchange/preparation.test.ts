import { expect, test } from 'vitest';
import { readClassNames } from '@/lib/interchange/class-names';
import type { OpenedNetwork } from '@/lib/interchange/opened';
import { preparationsOf, proposalFor } from '@/lib/interchange/preparation';
import { readNetwork } from '@/lib/interchange/read-network';
import type { Layer } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { WeightSet } from '@/lib/network/weights';
import { naiveForward } from '../support/naive';
import { randomWeights } from '../support/random-weights';
import { must } from '../support/result';
import { layer, withBetween } from './support/small';

const networkOf = (channels: number, before: readonly Layer[] = []): Architecture => ({
  name: 'net',
  input: [2, 2, channels],
  classes: ['a', 'b'],
  layers: [
    { id: 'input', kind: 'input' },
    ...before,
    { id: 'flat', kind: 'flatten' },
    { id: 'out', kind: 'dense', units: 2, activation: 'softmax' },
  ],
});

function opened(architecture: Architecture, more: Partial<OpenedNetwork> = {}): OpenedNetwork {
  const weights = randomWeights(must(buildPipeline(architecture)), 1);
  return {
    format: 'tfjs',
    architecture,
    weights,
    addsSoftmax: false,
    namesClasses: false,
    leavesOut: [],
    ...more,
  };
}

/** What a network with a way of preparing makes of black and white, in its first channel. */
function madeOf(architecture: Architecture): readonly number[] {
  const [, , channels] = architecture.input;
  const weights = randomWeights(must(buildPipeline(architecture)), 1);
  const image = Array.from({ length: 4 * channels }, (_, at) => (at < channels ? 0 : 255));
  const { values } = naiveForward(architecture, weights, image)[1];
  return [values[0], values[channels]].map((value) => Number(value.toFixed(4)));
}

test('every way of preparing makes of black and white what it says', () => {
  const measuredBy = (channels: number) =>
    Object.fromEntries(
      preparationsOf(networkOf(channels)).map(({ name, architecture }) => [name, madeOf(architecture)]),
    );
  expect(measuredBy(3)).toEqual({
    bytes: [0, 255],
    unit: [0, 1],
    signed: [-1, 1],
    standard: [-2.1179, 2.2489],
    inverted: [1, 0],
  });
  expect(measuredBy(1).standard).toEqual([-0.4242, 2.8215]);
  expect(Object.keys(measuredBy(4))).toEqual(['bytes', 'unit', 'signed', 'inverted']);
});

test('the layer gets a name that none has, right behind the input', () => {
  const own: Layer = { id: 'normalize', kind: 'batchNormalization', epsilon: 0.001, momentum: 0.9 };
  const [, unit] = preparationsOf(networkOf(3, [own]));
  expect(unit.architecture.layers.map(({ id }) => id).slice(0, 3)).toEqual([
    'input',
    'normalize2',
    'normalize',
  ]);
  expect(buildPipeline(unit.architecture).ok).toBe(true);
});

test('a file that rescales images itself is proposed bytes', () => {
  const own: Layer = { id: 'rescaling', kind: 'normalize', divisor: 127.5, means: [1] };
  expect(proposalFor(opened(networkOf(3, [own])))).toEqual({ name: 'bytes', reason: 'rescales' });
});

test.each([
  { mean: 118, deviation: 64, name: 'bytes' },
  { mean: 0.47, deviation: 0.25, name: 'unit' },
  { mean: -0.06, deviation: 0.5, name: 'signed' },
  { mean: 0.02, deviation: 1, name: 'standard' },
])('a first layer that measured $mean ± $deviation is proposed $name', ({ mean, deviation, name }) => {
  const norm: Layer = { id: 'norm', kind: 'batchNormalization', epsilon: 0.001, momentum: 0.9 };
  const network = opened(networkOf(3, [norm]));
  const all = (value: number) => ({ shape: [3], values: new Float32Array(3).fill(value) });
  const weights: WeightSet = {
    ...network.weights,
    norm: { ...network.weights.norm, movingMean: all(mean), movingVariance: all(deviation ** 2) },
  };
  expect(proposalFor({ ...network, weights })).toEqual({ name, reason: 'measured' });
});

test('otherwise the format decides', () => {
  expect(proposalFor(opened(networkOf(3))).name).toBe('unit');
  expect(proposalFor(opened(networkOf(3), { format: 'onnx' }))).toEqual({ name: 'standard', reason: 'onnx' });
  // For four channels no means are known.
  expect(proposalFor(opened(networkOf(4), { format: 'onnx' })).name).toBe('unit');
});

test('layers that work in training alone are left out, and named', async () => {
  const between = [layer('GaussianNoise', 'noise', { stddev: 0.1 }), layer('RandomFlip', 'flip', {})];
  const network = must(await readNetwork(withBetween(...between)));
  expect(network.leavesOut).toEqual(['GaussianNoise', 'RandomFlip']);
  expect(network.architecture.layers).toHaveLength(4);
});

test('names of classes are one a line, as many as classes, and all different', () => {
  expect(readClassNames('  pizza \nkoala\n\n', 2)).toEqual({ ok: true, value: ['pizza', 'koala'] });
  const wrong = (text: string) => {
    const read = readClassNames(text, 3);
    return read.ok ? read.value : read.problem.sentence;
  };
  expect(wrong('')).toBe('No names for 3 classes: 3 are missing.');
  expect(wrong('a\nb')).toBe('2 names for 3 classes: one is missing.');
  expect(wrong('a\nb\nc\nd')).toBe('4 names for 3 classes: one is too many.');
  expect(wrong('a\n\nc')).toBe('Line 2 is empty.');
  expect(wrong('a\nb\na')).toBe('“a” is there twice. Each class needs a name of its own.');
});
