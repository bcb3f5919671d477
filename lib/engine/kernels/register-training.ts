// The gradients of the operations, which the library only registers with this import.
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { once } from '@/lib/once';
import { registerKernels } from './register';
import { registerReluGradient } from './relu';

/** Registers what training needs besides the kernels: gradients, the library's and after them our own. Once. */
export const registerTrainingKernels = once(() => {
  registerKernels();
  registerReluGradient();
});
