import { describe, expect, test } from 'vitest';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { explain } from '@/lib/provenance/explain';
import { receptiveField } from '@/lib/provenance/field';
import type { Cell } from '@/lib/tensor/tensor';
import { naiveForward } from '../support/naive';
import { kernelOf } from '../support/parameters';
import { randomWeights } from '../support/random-weights';
import { must, sentenceOf } from '../support/result';

const architecture: Architecture = {
  name: 'small',
  input: [6, 5, 2],
  classes: ['round', 'square'],
  layers: [
    { id: 'input', kind: 'input' },
    { id: 'conv', kind: 'conv2d', filters: 3, kernel: 3, stride: 1, padding: 'same', activation: 'relu' },
    { id: 'flatten', kind: 'flatten' },
    { id: 'output', kind: 'dense', units: 2, activation: 'softmax' },
  ],
};
const pipeline = must(buildPipeline(architecture));
const weights = randomWeights(pipeline, 0.3);
const image = Array.from({ length: 60 }, (_, at) => (at * 37) % 256);
const trace = { stages: naiveForward(architecture, weights, image) };

const refused = (
  stage: string,
  cell: Cell,
  changes: Partial<{ trace: typeof trace; weights: typeof weights }> = {},
) => sentenceOf(explain(pipeline, changes.trace ?? trace, changes.weights ?? weights, stage, cell));
const withConv = (values: Float32Array, shape = kernelOf(weights.conv).shape) => ({
  ...weights,
  conv: { ...weights.conv, kernel: { shape, values } },
});

describe('what can’t be explained is refused in one sentence', () => {
  test('a stage or a cell that doesn’t exist', () => {
    expect(refused('conv9', [0, 0, 0])).toBe('This network has no stage called “conv9”.');
    expect(refused('conv', [6, 0, 1])).toBe(
      'The stage “Convolution” outputs 6 × 5 × 3: there is nothing at row 6, column 0, channel 1.',
    );
    expect(refused('flatten', [90])).toBe(
      'The stage “Flatten” outputs 90 values: there is nothing at index 90.',
    );
    expect(refused('flatten', [-1])).toContain('index -1');
    expect(refused('conv', [3])).toContain('there is nothing at index 3');
    expect(sentenceOf(receptiveField(pipeline, 'output', [2]))).toContain('there is nothing at index 2');
  });

  test('a trace that lacks a stage, or belongs to a different network', () => {
    const short = { stages: trace.stages.slice(0, 1) };
    expect(refused('conv', [0, 0, 0], { trace: short })).toBe(
      'The trace of this image has nothing for “Convolution” yet.',
    );
    const other = { stages: trace.stages.map((traced) => ({ ...traced, shape: [7] as const })) };
    expect(refused('conv', [0, 0, 0], { trace: other })).toBe(
      'The trace of this image comes from another network: “Convolution” has another shape there.',
    );
  });

  test('weights that are missing, of the wrong shape, or too short', () => {
    expect(refused('conv', [0, 0, 0], { weights: {} })).toBe(
      'The weights of “Convolution” are not there yet.',
    );
    const sentence = 'The weights of “Convolution” do not fit this network.';
    expect(refused('conv', [0, 0, 0], { weights: withConv(kernelOf(weights.conv).values, [9, 2, 3]) })).toBe(
      sentence,
    );
    expect(refused('conv', [0, 0, 0], { weights: withConv(new Float32Array(5)) })).toBe(sentence);
  });

  test('weights from another state of the network than the trace', () => {
    const later = withConv(kernelOf(weights.conv).values.map((weight) => weight + 0.1));
    expect(refused('conv', [2, 2, 0], { weights: later })).toBe(
      'The weights of “Convolution” have changed since this image was traced: trace it again to see the sum.',
    );
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('a value that is %d', (wild) => {
    const ran = withConv(kernelOf(weights.conv).values.map(() => wild));
    const stages = naiveForward(architecture, ran, image);
    for (const [stage, cell] of [
      ['conv', [2, 2, 0]],
      ['output', [1]],
    ] as const) {
      expect(refused(stage, cell, { weights: ran, trace: { stages } })).toContain('is not a finite number');
    }
  });
});
