import * as tf from '@tensorflow/tfjs-core';
import { sumRows } from './columns';
import { type KernelCall, kernelOf, register, runWith, valuesOf } from './wasm-kernel';

type Call = KernelCall<tf.SumInputs, tf.SumAttrs>;

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
    const rows = tf.util.sizeFromShape(x.shape) / columns;
    const answer = backend.makeOutput(x.shape.slice(axes.length), 'float32');
    valuesOf(backend, answer).set(sumRows(backend, { ...x, shape: [rows, columns] }));
    return answer;
  });
}
