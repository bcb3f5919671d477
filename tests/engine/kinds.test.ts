import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { startWasm } from '@/lib/engine/backends/wasm-backend';
import { registerTrainingKernels } from '@/lib/engine/kernels/register-training';
import { RULES } from '@/lib/kinds/registry';
import type { Layer, LayerKind, Sides } from '@/lib/kinds/types';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { errorsOf, networksWith } from './support/kinds';

beforeAll(async () => {
  await startWasm(false);
  registerTrainingKernels();
});

// More networks: `npm run check:kinds`.
test.each(Object.keys(RULES) as LayerKind[])(
  '%s: values, gradients and explanations match plain arithmetic and the CPU backend',
  async (kind) => {
    for (const [at, pipeline] of networksWith(kind, 7, 3).entries()) {
      const before = tf.memory().numTensors;
      const errors = await errorsOf(pipeline, at + 1);
      expect(tf.memory().numTensors).toBe(before);
      for (const [what, error] of Object.entries(errors))
        expect(error, `${what} of ${JSON.stringify(pipeline.architecture)}`).toBeLessThan(1e-4);
    }
  },
);

/** Sides of every sort: even, of one cell, longer than the maps, and with a stride larger than one of them. */
const SIDES: readonly Sides[] = [1, 2, 4, [3, 1], [1, 2], [2, 5], [7, 2]];

test.each(SIDES.map((size) => ({ size })))(
  'windows of $size, with any stride and both paddings',
  async ({ size }) => {
    for (const stride of [1, 2, 3])
      for (const padding of ['valid', 'same'] as const)
        for (const layer of [
          { id: 'a', kind: 'conv2d', filters: 3, kernel: size, stride, padding, activation: 'relu' },
          { id: 'a', kind: 'maxPool', size, stride, padding },
          { id: 'a', kind: 'averagePool', size, stride, padding },
        ] as const) {
          const built = buildPipeline(around(layer));
          if (!built.ok) continue;
          const errors = await errorsOf(built.value, 3);
          for (const [what, error] of Object.entries(errors))
            expect(error, `${what} of ${JSON.stringify(layer)}`).toBeLessThan(1e-4);
        }
  },
);

/** A network with this layer between two convolutions of one cell, so that gradients flow through it. */
function around(layer: Layer) {
  const one = { kind: 'conv2d', kernel: 1, stride: 1, padding: 'valid', activation: 'linear' } as const;
  const layers: readonly Layer[] = [
    { id: 'input', kind: 'input' },
    { id: 'before', filters: 4, ...one },
    layer,
    { id: 'after', filters: 2, ...one },
    { id: 'flatten', kind: 'flatten' },
    { id: 'output', kind: 'dense', units: 2, activation: 'softmax' },
  ];
  return { name: 'windows', input: [6, 5, 2], classes: ['one', 'other'], layers } as const;
}
