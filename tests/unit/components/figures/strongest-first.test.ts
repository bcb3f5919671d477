import { expect, test } from 'vitest';
import { followedCell, followedOn } from '@/components/figures/followed';
import { sliceOf, slicesByContribution } from '@/components/kinds/conv2d/kernel';
import { formatNumber } from '@/lib/format/format';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { explain } from '@/lib/provenance/explain';
import { summarize } from '@/lib/provenance/summary';
import { must } from '@/lib/result';
import { asMap, size } from '@/lib/tensor/tensor';
import { naiveForward } from '../../support/naive';
import { kernelOf } from '../../support/parameters';
import { randomWeights } from '../../support/random-weights';

const conv = (id: string, filters: number) =>
  ({ id, kind: 'conv2d', filters, kernel: 3, stride: 1, padding: 'valid', activation: 'relu' }) as const;
const ARCHITECTURE: Architecture = {
  name: 'two convolutions',
  input: [10, 11, 3],
  classes: ['cat', 'dog', 'ship'],
  layers: [
    { id: 'input', kind: 'input' },
    { id: 'normalize', kind: 'normalize', divisor: 255 },
    conv('conv1', 6),
    conv('conv2', 5),
    { id: 'pool', kind: 'maxPool', size: 2, stride: 2, padding: 'valid' },
    { id: 'flatten', kind: 'flatten' },
    { id: 'dense', kind: 'dense', units: 8, activation: 'relu' },
    { id: 'output', kind: 'dense', units: 3, activation: 'softmax' },
  ],
};
const pipeline = must(buildPipeline(ARCHITECTURE));
const image = Array.from({ length: size(ARCHITECTURE.input) }, (_, at) => (at * at * 37) % 256);
const runs = [1, 2, 3, 4, 5].map((seed) => {
  const weights = randomWeights(pipeline, seed);
  return { weights, stages: naiveForward(ARCHITECTURE, weights, image) };
});

test('with nothing chosen a figure follows the value that the stage’s summary names', () => {
  for (const { stages } of runs) {
    for (const id of ['conv1', 'conv2', 'pool', 'dense']) {
      const at = pipeline.stages.findIndex((stage) => stage.id === id);
      const [first, column, channel] = followedCell(pipeline.stages[at], stages[at], null, null);
      const place = column === undefined ? `unit ${first} with` : `at row ${first}, column ${column}`;
      const named = summarize(pipeline.stages[at], stages[at], ARCHITECTURE.classes);
      expect(named).toContain(place);
      if (channel !== undefined) expect(named).toContain(`map ${channel} with`);
      expect(named).toContain(formatNumber(Math.max(...stages[at].values)));
    }
  }
});

test('in a chosen map a figure follows its own largest value; a chosen cell stays', () => {
  const { shape, values } = runs[0].stages[2];
  const maps = asMap(shape);
  for (let channel = 0; channel < maps[2]; channel++) {
    const { row, column } = followedOn(maps, { shape, values }, channel, null);
    const own = values.filter((_, at) => at % maps[2] === channel);
    expect(values[(row * maps[1] + column) * maps[2] + channel]).toBe(Math.max(...own));
  }
  expect(followedOn(maps, { shape, values }, null, [1, 2, 3])).toEqual({ row: 1, column: 2, channel: 3 });
});

test('a filter’s slices are ordered by what they contribute to the followed value', () => {
  const at = pipeline.stages.findIndex(({ id }) => id === 'conv2');
  for (const { weights, stages } of runs) {
    const cell = followedCell(pipeline.stages[at], stages[at], null, null);
    const [row, column = 0, filter = 0] = cell;
    const { terms } = must(explain(pipeline, { stages }, weights, 'conv2', cell));
    /** The contribution of a channel, from the weights and the values under the kernel themselves. */
    const contribution = (channel: number) =>
      sliceOf(kernelOf(weights.conv2), filter, channel).reduce((sum, weight, tap) => {
        const [, width, depth] = asMap(stages[at - 1].shape);
        const place = (row + Math.floor(tap / 3)) * width + column + (tap % 3);
        return sum + weight * stages[at - 1].values[place * depth + channel];
      }, 0);
    const order = slicesByContribution(terms, 6);
    expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    const sizes = order.map((channel) => Math.abs(contribution(channel)));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  }
});
