// The gradients of the operations, which the library registers only when asked to.
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { registerApplyAdam } from './apply-adam';
import { registerAvgPoolGrad } from './avg-pool-grad';
import { registerBatchMatMul } from './batch-mat-mul';
import { registerConv2dBackpropFilter } from './conv2d-backprop-filter';
import { registerConv2dBackpropInput } from './conv2d-backprop-input';
import { registerIdentity } from './identity';
import { registerMaxPoolGrad } from './max-pool-grad';
import { registerSum } from './sum';

let registered = false;

/** Gives the WASM backend the kernels that it lacks for training a network of convolutions, or has slow ones for. Once. */
export function registerTrainingKernels(): void {
  if (registered) return;
  registered = true;
  registerConv2dBackpropFilter();
  registerConv2dBackpropInput();
  registerMaxPoolGrad();
  registerAvgPoolGrad();
  registerBatchMatMul();
  registerSum();
  registerIdentity();
  registerApplyAdam();
}
