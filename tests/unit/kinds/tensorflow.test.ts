/** The layers' arithmetic against the library that the engine computes with, on its plain CPU backend. */

import { explain as explainAverage } from '@/lib/kinds/average-pool/explain';
import { explain as explainConvolution } from '@/lib/kinds/conv2d/explain';
import { explain as explainPool } from '@/lib/kinds/max-pool/explain';
import '@tensorflow/tfjs-backend-cpu';
import {
  add,
  avgPool,
  conv2d,
  maxPoolWithArgmax,
  ready,
  setBackend,
  softmax,
  tensor2d,
  tensor4d,
  tidy,
} from '@tensorflow/tfjs-core';
import { randomLcg } from 'd3-random';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { averagePool as averageRules } from '@/lib/kinds/average-pool/layer';
import { problem as averageProblem } from '@/lib/kinds/average-pool/problem';
import { conv2d as convRules } from '@/lib/kinds/conv2d/layer';
import { problem as convProblem } from '@/lib/kinds/conv2d/problem';
import { maxPool as poolRules } from '@/lib/kinds/max-pool/layer';
import { problem as poolProblem } from '@/lib/kinds/max-pool/problem';
import { softmax as ownSoftmax } from '@/lib/kinds/parts/activation';
import type { Sides } from '@/lib/kinds/types';
import { asMap, cellAt, type MapShape, offset, size } from '@/lib/tensor/tensor';
import { anySides } from '../support/networks';

beforeAll(async () => {
  await setBackend('cpu');
  await ready();
});

const side = fc.integer({ min: 1, max: 9 });
const sliding = {
  stride: fc.integer({ min: 1, max: 4 }),
  padding: fc.constantFrom('valid' as const, 'same' as const),
  shape: fc.tuple(side, side, fc.integer({ min: 1, max: 3 })),
  seed: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
};

/** Values from −1 to 1 in coarse steps, so that equal values are common. */
function coarse(count: number, random: () => number) {
  return Float32Array.from({ length: count }, () => Math.round(random() * 8 - 4) / 4);
}

const pair = (sides: Sides): [height: number, width: number] =>
  typeof sides === 'number' ? [sides, sides] : [sides[0], sides[1]];

const batched = (values: Float32Array, [height, width, channels]: MapShape) =>
  tensor4d(values, [1, height, width, channels]);

describe('TensorFlow.js computes the same', () => {
  test('convolution: shape and every value', () => {
    const any = fc.record({
      ...sliding,
      kernel: anySides(5),
      filters: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(any, ({ shape, seed, ...options }) => {
        const layer = { id: 'conv', kind: 'conv2d', activation: 'linear', ...options } as const;
        fc.pre(convProblem(layer, shape) === null);
        const random = randomLcg(seed);
        const input = { shape, values: coarse(size(shape), random) };
        const { filters } = layer;
        const [high, wide] = pair(layer.kernel);
        const weights = {
          kernel: {
            shape: [high, wide, shape[2], filters],
            values: coarse(high * wide * shape[2] * filters, random),
          },
          bias: { shape: [filters], values: coarse(filters, random) },
        };
        const answer = tidy(() => {
          const filter = tensor4d(weights.kernel.values, [high, wide, shape[2], filters]);
          const summed = add(
            conv2d(batched(input.values, shape), filter, layer.stride, layer.padding),
            weights.bias.values,
          );
          return { shape: summed.shape.slice(1), values: summed.dataSync() };
        });
        const output = convRules.outputShape(layer, shape);
        expect(output).toEqual(answer.shape);
        answer.values.forEach((value, at) => {
          expect(explainConvolution(layer, input, weights, cellAt(output, at)).value).toBeCloseTo(value, 5);
        });
      }),
    );
  });

  test('max pooling: shape, every value, and which of equal values wins', () => {
    const any = fc.record({ ...sliding, size: anySides(4) });
    fc.assert(
      fc.property(any, ({ shape, seed, ...options }) => {
        const layer = { id: 'pool', kind: 'maxPool', ...options } as const;
        fc.pre(poolProblem(layer, shape) === null);
        const input = { shape, values: coarse(size(shape), randomLcg(seed)) };
        const answer = tidy(() => {
          const { result, indexes } = maxPoolWithArgmax(
            batched(input.values, shape),
            pair(layer.size),
            layer.stride,
            layer.padding,
          );
          return { shape: result.shape.slice(1), values: result.dataSync(), winners: indexes.dataSync() };
        });
        const output = asMap(poolRules.outputShape(layer, shape));
        expect(output).toEqual(answer.shape);
        answer.values.forEach((value, at) => {
          const explanation = explainPool(layer, input, null, cellAt(output, at));
          expect(explanation.value).toBe(value);
          expect(offset(shape, explanation.terms[explanation.winner ?? -1].source)).toBe(answer.winners[at]);
        });
      }),
    );
  });

  test('average pooling: shape and every value', () => {
    const any = fc.record({ ...sliding, size: anySides(4) });
    fc.assert(
      fc.property(any, ({ shape, seed, ...options }) => {
        const layer = { id: 'pool', kind: 'averagePool', ...options } as const;
        fc.pre(averageProblem(layer, shape) === null);
        const input = { shape, values: coarse(size(shape), randomLcg(seed)) };
        const answer = tidy(() => {
          const means = avgPool(batched(input.values, shape), pair(layer.size), layer.stride, layer.padding);
          return { shape: means.shape.slice(1), values: means.dataSync() };
        });
        const output = asMap(averageRules.outputShape(layer, shape));
        expect(output).toEqual(answer.shape);
        answer.values.forEach((value, at) => {
          expect(explainAverage(layer, input, null, cellAt(output, at)).value).toBeCloseTo(value, 5);
        });
      }),
    );
  });

  test('softmax', () => {
    const logits = fc.array(fc.float({ min: -50, max: 50, noNaN: true }), { minLength: 2, maxLength: 10 });
    fc.assert(
      fc.property(logits, (values) => {
        const answer = tidy(() => softmax(tensor2d(values, [1, values.length])).dataSync());
        ownSoftmax(values).forEach(({ probability }, unit) => {
          expect(probability).toBeCloseTo(answer[unit], 5);
        });
      }),
    );
  });
});
