/** Compares the WASM backend's gradients with the CPU backend's, for `npm run check:gradients`. */
import '@tensorflow/tfjs-backend-cpu';
import { expose } from 'comlink';
import { startWasm } from '@/lib/engine/backends/wasm-backend';
import { registerTrainingKernels } from '@/lib/engine/kernels/register-training';
import { gradientCases, gradientError } from '@/tests/engine/support/gradients';

export interface Checked {
  readonly name: string;
  /** The largest difference, relative to the largest value. */
  readonly error: number;
}

async function check(seed: number, count: number, threads: boolean): Promise<readonly Checked[]> {
  await startWasm(threads);
  registerTrainingKernels();
  const next = gradientCases(seed);
  const checked: Checked[] = [];
  while (checked.length < count) {
    const gradientCase = next();
    checked.push({ name: gradientCase.name, error: await gradientError(gradientCase) });
  }
  return checked;
}

expose({ check });
