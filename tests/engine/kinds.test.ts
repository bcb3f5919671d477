import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { startWasm } from '@/lib/engine/backends/wasm-backend';
import { registerTrainingKernels } from '@/lib/engine/kernels/register';
import { RULES } from '@/lib/kinds/registry';
import type { LayerKind } from '@/lib/kinds/types';
import { errorsOf, networksWith } from './support/kinds';

beforeAll(async () => {
  await startWasm(false);
  registerTrainingKernels();
});

// More networks: `npm run check:kinds`.
test.each(Object.keys(RULES) as LayerKind[])(
  '%s: values, gradients and explanations are those of plain arithmetic and of the CPU backend',
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
