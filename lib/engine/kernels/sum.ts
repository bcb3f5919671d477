import * as tf from '@tensorflow/tfjs-core';
import { type KernelCall, kernelOf, register, runWith, valuesOf } from './wasm-kernel';

type Call = KernelCall<tf.SumInputs, tf.SumAttrs>;

/** Adds up all rows of a matrix that lies row by row. In double precision: a bias's gradient sums a hundred thousand values. */
function sumRows(from: Float32Array, columns: number, to: Float32Array): void {
  const sums = new Float64Array(columns);
  for (let at = 0; at < from.length; at += columns)
    for (let column = 0; column < columns; column++) sums[column] += from[at + column];
  to.set(sums);
}

/**
 * Sums over axes. Over the first ones, as a bias's gradient asks ([batch, height, width, channels] to [channels]), the
 * backend would transpose all values first; they are added up where they lie. Other sums are the backend's own.
 */
export function registerSum(): void {
  const other = kernelOf(tf.Sum);
  register(tf.Sum, (call: Call): tf.TensorInfo => {
    const { inputs, attrs, backend } = call;
    const { x } = inputs;
    const axes = tf.util.parseAxisParam(attrs.axis, x.shape).sort((a, b) => a - b);
    const leading = axes.every((axis, at) => axis === at);
    const columns = tf.util.sizeFromShape(x.shape.slice(axes.length));
    if (!leading || attrs.keepDims || columns < 2 || x.dtype !== 'float32')
      return runWith(other, backend, inputs, attrs);
    const answer = backend.makeOutput(x.shape.slice(axes.length), 'float32');
    sumRows(valuesOf(backend, x), columns, valuesOf(backend, answer));
    return answer;
  });
}
