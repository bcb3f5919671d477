import type { EpochHandle } from '@/lib/network/handle';
import { type KernelSet, kernelsOf } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/state';
import { presentEngine } from '../engine/engine';

/** The kernels of a recorded epoch, except the largest, which are recorded rounded: for changes of filters. */
export async function recordedKernels(epoch: EpochHandle): Promise<Result<KernelSet>> {
  const engine = presentEngine();
  if (!engine) return fail(words.stillStarting());
  const weights = await engine.weights(epoch, 'exact');
  return weights.ok ? ok(kernelsOf(weights.value)) : weights;
}
