import * as tf from '@tensorflow/tfjs-core';
import { expect, test, vi } from 'vitest';
import { BINARY } from '@/lib/engine/kernels/simd/binary';
import { WORTH_SHARING_NS } from '@/lib/engine/kernels/simd/simd';
import { walk } from '@/lib/engine/kinds/walk';
import type { Layer } from '@/lib/kinds/types';
import { pipelineOf } from '@/lib/network/pipeline';
import { startAnew } from './support/start-anew';

/** Convolutions with and without tiles, and windows apart, overlapping, and reaching beyond the maps. */
const WAYS = [
  {
    input: [13, 12, 3],
    filters: 16,
    kernel: 3,
    stride: 1,
    padding: 'valid',
    size: 2,
    by: 2,
    windows: 'valid',
  },
  {
    input: [13, 12, 16],
    filters: 24,
    kernel: 3,
    stride: 1,
    padding: 'same',
    size: 3,
    by: 2,
    windows: 'valid',
  },
  {
    input: [9, 31, 16],
    filters: 16,
    kernel: 3,
    stride: 1,
    padding: 'valid',
    size: 3,
    by: 1,
    windows: 'same',
  },
  { input: [4, 4, 16], filters: 16, kernel: 3, stride: 1, padding: 'same', size: 2, by: 2, windows: 'valid' },
  { input: [15, 15, 4], filters: 8, kernel: 5, stride: 2, padding: 'same', size: 2, by: 3, windows: 'same' },
  // Channels that do not come in eights.
  { input: [8, 8, 3], filters: 6, kernel: 3, stride: 1, padding: 'valid', size: 2, by: 2, windows: 'valid' },
] as const;

function stagesOf({ input, filters, kernel, stride, padding, size, by, windows }: (typeof WAYS)[number]) {
  const conv = { id: 'conv', kind: 'conv2d', filters, kernel, stride, padding, activation: 'relu' } as const;
  const layers: readonly Layer[] = [
    { id: 'input', kind: 'input' },
    conv,
    { id: 'pool', kind: 'maxPool', size, stride: by, padding: windows },
    { id: 'flatten', kind: 'flatten' },
    { id: 'dense', kind: 'dense', units: 2, activation: 'softmax' },
  ];
  return pipelineOf({ name: 'one', input: [...input], layers, classes: ['one', 'other'] }).stages.slice(0, 3);
}

/** The pooled values of some images, with the convolution's outputs looked at on the way or not, as bits. */
async function pooled(way: (typeof WAYS)[number], images: number, withoutGradient: boolean) {
  const { input, filters, kernel } = way;
  const output = tf.tidy(() => {
    const parameters = {
      kernel: tf.randomUniform([kernel, kernel, input[2], filters], -1, 1, 'float32', 1),
      bias: tf.randomUniform([filters], -0.5, 0.5, 'float32', 2),
    };
    const batch = tf.randomUniform([images, ...input], -1, 1, 'float32', 3);
    const parametersOf = (id: string) => (id === 'conv' ? parameters : undefined);
    return walk({ stages: stagesOf(way), parametersOf, mode: 'inference', withoutGradient }, batch).output;
  });
  const values = (await output.data()).slice();
  output.dispose();
  return new Int32Array(values.buffer);
}

/** How often the pass is taken. */
const passes = () => vi.spyOn(tf.engine(), 'runKernel');
const isPass = ([name]: readonly unknown[]) => name === 'LargestConv2D';

async function compare(): Promise<void> {
  for (const way of WAYS)
    for (const images of [8, 11]) {
      const apart = await pooled(way, images, false);
      const asked = passes();
      const inOne = await pooled(way, images, true);
      expect(asked.mock.calls.filter(isPass)).toHaveLength(1);
      asked.mockRestore();
      expect(inOne.length).toBeGreaterThan(0);
      expect(inOne, JSON.stringify({ way, images })).toEqual(apart);
    }
}

test('a convolution and its pooling in one pass give the same bits as one after the other', async () => {
  await startAnew(false);
  await compare();
  // Where threads would wait for the last image, and where a gradient may be asked for, each goes by itself.
  const asked = passes();
  await pooled(WAYS[0], 7, true);
  await pooled(WAYS[0], 8, false);
  expect(asked.mock.calls.filter(isPass)).toHaveLength(0);
  asked.mockRestore();
});

test('threads have rooms of their own for it', async () => {
  const revoked = vi.spyOn(URL, 'revokeObjectURL');
  await startAnew(true);
  const worth = tf.env().getNumber(WORTH_SHARING_NS);
  tf.env().set(WORTH_SHARING_NS, 0);
  await pooled(WAYS[0], 8, true);
  await expect.poll(() => revoked.mock.calls.length).toBe(1);
  await compare();
  tf.env().set(WORTH_SHARING_NS, worth);
  revoked.mockRestore();
});

test('a browser without SIMD computes the same', async () => {
  const sizes = [BINARY.relaxed.alone, BINARY.plain.alone].map((base64) => atob(base64).length);
  const asked = vi
    .spyOn(WebAssembly, 'validate')
    .mockImplementation((bytes) => !sizes.includes(bytes.byteLength));
  await startAnew(false);
  await compare();
  expect(asked).toHaveBeenCalled();
  asked.mockRestore();
});
