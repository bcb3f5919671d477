import { once } from '@/lib/once';
import { registerKindsKernels } from '../kinds/registry';
import { registerApplyAdam } from './apply-adam';
import { registerReluKernels } from './relu';
import { registerSum } from './sum';
import { registerWithoutCopy } from './without-copy';

/**
 * Registers the kernels that the WASM backend lacks for training a convolutional network, or has only slow ones for: those
 * of the kinds of layers, and those that every network needs. Once, and before anything is computed: a value has the same
 * bits whether the network has been trained in this visit or not.
 */
export const registerKernels = once(() => {
  registerKindsKernels();
  registerSum();
  registerWithoutCopy();
  registerApplyAdam();
  registerReluKernels();
});
