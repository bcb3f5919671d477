import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { type Factor, multiply as multiplyOurselves } from './multiply';
import { free, type KernelCall, kernelOf, register, runWith, transpose, viewed } from './wasm-kernel';

type Call = KernelCall<tf.BatchMatMulInputs, tf.BatchMatMulAttrs>;
const UPRIGHT = { transposeA: false, transposeB: false };

function factor(info: tf.TensorInfo, turned: boolean): Factor | null {
  const [rows, columns] = info.shape.slice(-2);
  const single = tf.util.sizeFromShape(info.shape) === rows * columns;
  return single ? { matrix: viewed(info, [rows, columns]), turned } : null;
}

/** The factor as it is, or (`turned`) transposed; copied only where it is not stored in that form. */
function laid(backend: BackendWasm, { matrix, turned }: Factor, wanted: boolean, temporary: tf.TensorInfo[]) {
  if (turned === wanted) return matrix;
  const other = transpose(backend, matrix, [1, 0]);
  temporary.push(other);
  return other;
}

/**
 * Matrix products, [..., rows, inner] times [..., inner, columns]: our own where they apply, else the backend's.
 *
 * The backend is slow in two cases, and both occur in a training step. A stored transposed factor makes
 * it use plain loops, so it is transposed first. And the right factor is rearranged before the product, which
 * for a dense layer's weights, new at each step, takes ten times as long as the product; so where the left
 * factor is the smaller one they are exchanged: AB is the transpose of the transposed B times the transposed
 * A.
 *
 * The choice depends on the shapes alone, so that the same run gives the same bits. Products of several
 * matrices at once are left to the backend.
 */
export function registerBatchMatMul(): void {
  const multiply = kernelOf(tf.BatchMatMul);
  register(tf.BatchMatMul, ({ inputs, attrs, backend }: Call): tf.TensorInfo => {
    const a = factor(inputs.a, attrs.transposeA);
    const b = factor(inputs.b, attrs.transposeB);
    if (!a || !b || inputs.a.shape.length !== inputs.b.shape.length)
      return runWith(multiply, backend, inputs, attrs);
    const ours = multiplyOurselves(backend, a, b);
    if (ours) return viewed(ours, [...inputs.a.shape.slice(0, -2), ...ours.shape]);
    const temporary: tf.TensorInfo[] = [];
    const swap = tf.util.sizeFromShape(inputs.a.shape) < tf.util.sizeFromShape(inputs.b.shape);
    const [left, right] = swap ? [b, a] : [a, b];
    const product = runWith(
      multiply,
      backend,
      { a: laid(backend, left, swap, temporary), b: laid(backend, right, swap, temporary) },
      UPRIGHT,
    );
    const answer = swap ? transpose(backend, product, [1, 0]) : product;
    if (swap) temporary.push(product);
    free(backend, ...temporary);
    return viewed(answer, [...inputs.a.shape.slice(0, -2), ...answer.shape]);
  });
}
