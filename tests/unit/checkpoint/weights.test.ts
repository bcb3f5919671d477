import { describe, expect, test } from 'vitest';
import { writeSafetensors } from '@/lib/checkpoint/safetensors';
import { readWeights, writeWeights } from '@/lib/checkpoint/weights';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { initialWeights } from '@/lib/network/initial-weights';
import type { WeightSet } from '@/lib/network/weights';
import { biasOf, kernelOf } from '../support/parameters';

const built = buildPipeline({
  name: 'small',
  input: [6, 6, 1],
  classes: ['yes', 'no'],
  layers: [
    { id: 'input', kind: 'input' },
    { id: 'conv', kind: 'conv2d', filters: 2, kernel: 3, stride: 1, padding: 'valid', activation: 'relu' },
    { id: 'flatten', kind: 'flatten' },
    { id: 'output', kind: 'dense', units: 2, activation: 'softmax' },
  ],
});
if (!built.ok) throw new Error(built.problem.sentence);
const pipeline = built.value;
const { conv, output } = initialWeights(pipeline, 1);

const sentenceOf = (bytes: Uint8Array) => {
  const read = readWeights(bytes, pipeline);
  return read.ok ? 'no problem' : read.problem.sentence;
};
const withKernel = (kernel: WeightSet[string]['kernel']) =>
  writeWeights({ conv: { ...conv, kernel } }, 'F32');

describe('the weights of a pipeline', () => {
  test('are read back as they were written, all or some', () => {
    const sets: WeightSet[] = [{ conv, output }, { conv }, { output }];
    for (const set of sets)
      expect(readWeights(writeWeights(set, 'F32'), pipeline)).toEqual({
        ok: true,
        value: { weights: set, trained: null },
      });
  });

  test('record how long they have been trained', () => {
    const trained = { seed: 3, epoch: 10, step: 320 };
    expect(readWeights(writeWeights({ conv }, 'F16', trained), pipeline)).toMatchObject({
      value: { trained },
    });
  });

  test.each([
    ['an unknown layer', writeWeights({ dense7: conv }, 'F32'), /no layer “dense7”/],
    ['a layer without weights', writeWeights({ flatten: conv }, 'F32'), /no layer “flatten”/],
    [
      'wrong shapes',
      writeWeights({ conv: output }, 'F32'),
      /in conv, the kernel is 32 × 2, but .* 3 × 3 × 1 × 2/,
    ],
    [
      'a value that is not a number',
      withKernel({
        shape: kernelOf(conv).shape,
        values: kernelOf(conv).values.map((w, at) => (at === 4 ? Number.NaN : w)),
      }),
      /in conv, the kernel holds values that are no finite numbers/,
    ],
    [
      'a number too large for F16',
      writeWeights({ conv: { ...conv, bias: { shape: [2], values: new Float32Array([1, 1e6]) } } }, 'F16'),
      /in conv, the bias holds values/,
    ],
    [
      'a kernel without its bias',
      writeSafetensors([['conv/kernel', kernelOf(conv)]], 'F32'),
      /in conv, the bias is missing/,
    ],
    ['other tensors', writeSafetensors([['wte', kernelOf(conv)]], 'F32'), /something else/],
    ['nothing', writeSafetensors([], 'F32'), /no weights/],
    ['half a file', writeWeights({ conv }, 'F32').slice(0, -9), /breaks off/],
  ])('with %s are refused with one sentence', (_, bytes, sentence) => {
    expect(sentenceOf(bytes)).toMatch(sentence);
  });
});

describe('initial weights', () => {
  test('are the same for the same seed, and different for another', () => {
    expect(initialWeights(pipeline, 1)).toEqual({ conv, output });
    expect(kernelOf(initialWeights(pipeline, 2).conv).values).not.toEqual(kernelOf(conv).values);
  });

  test('fill the range of He before a ReLU and of Glorot before softmax, and begin with a bias of 0', () => {
    for (const [layer, limit] of [
      [conv, Math.sqrt(6 / 9)],
      [output, Math.sqrt(6 / (32 + 2))],
    ] as const) {
      const [kernel, bias] = [kernelOf(layer), biasOf(layer)];
      const largest = Math.max(...kernel.values.map(Math.abs));
      expect(largest).toBeLessThanOrEqual(limit);
      expect(largest).toBeGreaterThan(limit * 0.7);
      expect(kernel.values.some((w) => w < 0)).toBe(true);
      expect([...bias.values]).toEqual([0, 0]);
    }
  });
});
