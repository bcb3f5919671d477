/** Compares the WASM backend's gradients with the CPU backend's, for `npm run check:gradients`. */
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { expose } from 'comlink';
import { nextTask } from '@/lib/data/next-task';
import { startWasm } from '@/lib/engine/backends/wasm-backend';
import { registerTrainingKernels } from '@/lib/engine/kernels/register-training';
import { WORTH_SHARING_NS } from '@/lib/engine/kernels/simd/simd';
import { gradientError } from '@/tests/engine/support/gradient-error';
import { gradientCases } from '@/tests/engine/support/gradients';

export interface Checked {
  readonly name: string;
  /** The largest difference, relative to the largest value. */
  readonly error: number;
}

async function check(seed: number, count: number, threads: boolean): Promise<readonly Checked[]> {
  await startWasm(threads);
  registerTrainingKernels();
  // The cases are small: with threads all of their work is shared, worth it or not.
  if (threads) tf.env().set(WORTH_SHARING_NS, 0);
  const next = gradientCases(seed);
  const checked: Checked[] = [];
  while (checked.length < count) {
    // Threads come up between two cases.
    await nextTask();
    const gradientCase = next();
    checked.push({ name: gradientCase.name, error: await gradientError(gradientCase) });
  }
  return checked;
}

expose({ check });
