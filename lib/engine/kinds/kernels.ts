/** The training kernels of each kind: those that the WASM backend lacks, or has only slow ones for. */
import type { LayerKind } from '@/lib/kinds/types';
import { registerAvgPoolGrad } from '../kernels/avg-pool-grad';
import { registerBatchMatMul } from '../kernels/batch-mat-mul';
import { registerConv2d } from '../kernels/conv2d';
import { registerConv2dBackpropFilter } from '../kernels/conv2d-backprop-filter';
import { registerConv2dBackpropInput } from '../kernels/conv2d-backprop-input';
import { registerMaxPoolGrad } from '../kernels/max-pool-grad';
import { registerNormalizeBatch } from '../kernels/normalize-batch';

/** What registers the kernels that only this kind needs; an empty list where the backend's own are fast. */
const KERNELS: Readonly<Record<LayerKind, readonly (() => void)[]>> = {
  input: [],
  normalize: [],
  conv2d: [registerConv2d, registerConv2dBackpropFilter, registerConv2dBackpropInput],
  maxPool: [registerMaxPoolGrad],
  averagePool: [registerAvgPoolGrad],
  globalAveragePool: [],
  activation: [],
  batchNormalization: [registerNormalizeBatch],
  dropout: [],
  zeroPadding: [],
  flatten: [],
  dense: [registerBatchMatMul],
};

/** Registers the training kernels of all kinds. */
export function registerKindsKernels(): void {
  for (const register of Object.values(KERNELS).flat()) register();
}
