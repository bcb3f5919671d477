// The gradients of the operations, which the library only registers with this import.
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { once } from '@/lib/once';
import { registerKindsKernels } from '../kinds/registry';
import { registerApplyAdam } from './apply-adam';
import { registerIdentity } from './identity';
import { registerPassPositive } from './pass-positive';
import { registerSum } from './sum';

/**
 * Registers the kernels that the WASM backend lacks for training a convolutional network, or has only slow
 * ones for: those of the kinds of layers, and those that every network needs. Once.
 */
export const registerTrainingKernels = once(() => {
  registerKindsKernels();
  registerSum();
  registerIdentity();
  registerApplyAdam();
  registerPassPositive();
});
