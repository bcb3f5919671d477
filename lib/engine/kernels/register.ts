// The gradients of the operations, which the library only registers with this import.
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { once } from '@/lib/once';
import { registerApplyAdam } from './apply-adam';
import { registerAvgPoolGrad } from './avg-pool-grad';
import { registerBatchMatMul } from './batch-mat-mul';
import { registerConv2d } from './conv2d';
import { registerConv2dBackpropFilter } from './conv2d-backprop-filter';
import { registerConv2dBackpropInput } from './conv2d-backprop-input';
import { registerIdentity } from './identity';
import { registerMaxPoolGrad } from './max-pool-grad';
import { registerNormalizeBatch } from './normalize-batch';
import { registerSum } from './sum';

/**
 * Registers the kernels that the WASM backend lacks for training a convolutional network, or has only slow
 * ones for. Once.
 */
export const registerTrainingKernels = once(() => {
  registerConv2d();
  registerConv2dBackpropFilter();
  registerConv2dBackpropInput();
  registerMaxPoolGrad();
  registerAvgPoolGrad();
  registerBatchMatMul();
  registerSum();
  registerIdentity();
  registerApplyAdam();
  registerNormalizeBatch();
});
