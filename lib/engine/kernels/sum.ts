import * as tf from '@tensorflow/tfjs-core';
import { sumRows } from './columns';
import { type KernelCall, kernelOf, register, runWith, valuesOf } from './wasm-kernel';

type Call = KernelCall<tf.SumInputs, tf.SumAttrs>;

/** A single sum of fewer values is left to the backend. */
const MANY = 1 << 12;

/**
 * Sums over axes. Over the first ones, as a bias's gradient needs ([batch, height, width, channels] to
 * [channels]), the backend would transpose all values first; here they are added in place. So are many values
 * that become a single sum, such as those of a layer's gradients. Other sums are left to the backend.
 */
export function registerSum(): void {
  const other = kernelOf(tf.Sum);
  register(tf.Sum, ({ inputs, attrs, backend }: Call): tf.TensorInfo => {
    const { x } = inputs;
    const axes = tf.util.parseAxisParam(attrs.axis, x.shape).sort((a, b) => a - b);
    const leading = axes.every((axis, at) => axis === at);
    const all = tf.util.sizeFromShape(x.shape);
    const isSingle = axes.length === x.shape.length;
    const columns = isSingle ? (x.shape.at(-1) ?? 1) : tf.util.sizeFromShape(x.shape.slice(axes.length));
    if (!leading || attrs.keepDims || columns < 2 || (isSingle && all < MANY) || x.dtype !== 'float32')
      return runWith(other, backend, inputs, attrs);
    const sums = sumRows(backend, { ...x, shape: [all / columns, columns] });
    const answer = backend.makeOutput(x.shape.slice(axes.length), 'float32');
    // Added here: a library's sum may pass over what is not a number.
    valuesOf(backend, answer).set(isSingle ? [sums.reduce((one, other) => one + other, 0)] : sums);
    return answer;
  });
}
