import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { blend, sidesOf, sumProducts, sumRows } from './columns';
import { type KernelCall, registerNew, valuesOf } from './wasm-kernel';

/** The names of these kernels. The library has none like them: it puts them together from a dozen passes over all values. */
export const NORMALIZE_BATCH = 'NormalizeBatch';
const NORMALIZE_BATCH_GRAD = 'NormalizeBatchGrad';

/** x: [images, ..., channels]; the others: [channels]. */
interface Inputs {
  readonly x: tf.TensorInfo;
  readonly gamma: tf.TensorInfo;
  readonly beta: tf.TensorInfo;
}

interface GradInputs {
  readonly dy: tf.TensorInfo;
  readonly x: tf.TensorInfo;
  readonly gamma: tf.TensorInfo;
  readonly mean: tf.TensorInfo;
  readonly variance: tf.TensorInfo;
}

export type NormalizeBatchNumbers = {
  /** Added to the variance. */
  readonly epsilon: number;
};

function rowOf(backend: BackendWasm, values: ArrayLike<number>): tf.TensorInfo {
  const info = backend.makeOutput([values.length], 'float32');
  valuesOf(backend, info).set(values);
  return info;
}

/** The numbers of [channels] tensors, copied: they stay where the memory moves when it grows. */
const copies = (backend: BackendWasm, ...infos: readonly tf.TensorInfo[]): Float32Array[] =>
  infos.map((info) => valuesOf(backend, info).slice());

/** Each channel brought to mean 0 and variance 1, times gamma, plus beta; then the batch's means and variances. */
function normalizeBatch({ inputs, attrs, backend }: KernelCall<Inputs, NormalizeBatchNumbers>) {
  const { x } = inputs;
  const { columns, rows } = sidesOf(x);
  const [gamma, beta] = copies(backend, inputs.gamma, inputs.beta);
  const zeros = new Float32Array(columns);
  const mean = sumRows(backend, x).map((sum) => sum / rows);
  const variance = sumProducts(backend, [x, mean], [x, mean]).map((sum) => sum / rows);
  const scale = gamma.map((value, column) => value / Math.sqrt(variance[column] + attrs.epsilon));
  const shift = beta.map((value, column) => value - mean[column] * scale[column]);
  return [blend(backend, [x, scale], [x, zeros], shift), rowOf(backend, mean), rowOf(backend, variance)];
}

/** The gradients to x, gamma and beta. Mean and variance depend on x too, so each value moves all of its channel. */
function normalizeBatchGrad({ inputs, attrs, backend }: KernelCall<GradInputs, NormalizeBatchNumbers>) {
  const { dy, x } = inputs;
  const { columns, rows } = sidesOf(x);
  const [gamma, mean, variance] = copies(backend, inputs.gamma, inputs.mean, inputs.variance);
  const toBeta = sumRows(backend, dy);
  const together = sumProducts(backend, [dy, new Float32Array(columns)], [x, mean]);
  const spread = Float64Array.from(variance, (value) => 1 / Math.sqrt(value + attrs.epsilon));
  const toGamma = together.map((sum, column) => sum * spread[column]);
  const scale = spread.map((value, column) => value * gamma[column]);
  const back = toGamma.map((sum, column) => (-scale[column] * spread[column] * sum) / rows);
  const shift = toBeta.map((sum, column) => (-scale[column] * sum) / rows - back[column] * mean[column]);
  return [blend(backend, [dy, scale], [x, back], shift), rowOf(backend, toGamma), rowOf(backend, toBeta)];
}

/** Gives the WASM backend both kernels, and registers the one as the gradient of the other. */
export function registerNormalizeBatch(): void {
  registerNew(NORMALIZE_BATCH, normalizeBatch);
  registerNew(NORMALIZE_BATCH_GRAD, normalizeBatchGrad);
  tf.registerGradient({
    kernelName: NORMALIZE_BATCH,
    inputsToSave: ['x', 'gamma'],
    outputsToSave: [false, true, true],
    gradFunc(dy, [x, gamma, mean, variance], attrs) {
      const [toY] = Array.isArray(dy) ? dy : [dy];
      const found = tf
        .engine()
        .runKernel<tf.Tensor[]>(NORMALIZE_BATCH_GRAD, { dy: toY, x, gamma, mean, variance }, attrs);
      return { x: () => found[0], gamma: () => found[1], beta: () => found[2] };
    },
  });
}
