import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { simdOf } from './simd/simd';
import { type KernelCall, kernelOf, register, runWith, valuesOf } from './wasm-kernel';

type Call = KernelCall<tf.SumInputs, tf.SumAttrs>;

const FLOAT_BYTES = 4;
/** How many rows are added in single precision before their sum is added to one in double precision. */
const ROWS_AT_ONCE = 256;

/**
 * The sums of a matrix's columns, from contiguous rows. A bias's gradient sums a hundred thousand values, so
 * the total is in double precision.
 */
function sumRows(backend: BackendWasm, matrix: tf.TensorInfo, columns: number, answer: tf.TensorInfo): void {
  const values = valuesOf(backend, matrix);
  const sums = new Float64Array(columns);
  const simd = columns % 4 === 0 ? simdOf(backend) : null;
  const part = valuesOf(backend, answer);
  const [from, to] = [matrix, answer].map(({ dataId }) => backend.getMemoryOffset(dataId));
  const size = simd ? ROWS_AT_ONCE * columns : columns;
  for (let at = 0; at < values.length; at += size) {
    const rows = Math.min(size, values.length - at) / columns;
    if (simd) {
      part.fill(0);
      simd.sumRows(from + at * FLOAT_BYTES, rows, columns * FLOAT_BYTES, to);
    }
    for (let column = 0; column < columns; column++)
      sums[column] += simd ? part[column] : values[at + column];
  }
  part.set(sums);
}

/**
 * Sums over axes. Over the first ones, as a bias's gradient needs ([batch, height, width, channels] to
 * [channels]), the backend would transpose all values first; here they are added in place. Other sums are
 * left to the backend.
 */
export function registerSum(): void {
  const other = kernelOf(tf.Sum);
  register(tf.Sum, ({ inputs, attrs, backend }: Call): tf.TensorInfo => {
    const { x } = inputs;
    const axes = tf.util.parseAxisParam(attrs.axis, x.shape).sort((a, b) => a - b);
    const leading = axes.every((axis, at) => axis === at);
    const columns = tf.util.sizeFromShape(x.shape.slice(axes.length));
    if (!leading || attrs.keepDims || columns < 2 || x.dtype !== 'float32')
      return runWith(other, backend, inputs, attrs);
    const answer = backend.makeOutput(x.shape.slice(axes.length), 'float32');
    sumRows(backend, x, columns, answer);
    return answer;
  });
}
