import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { nanosecondsOf, PART_BYTES, simdOf } from './simd/simd';
import { free, type KernelCall, registerNew, run, valuesOf } from './wasm-kernel';

/** The name of this kernel. The library computes the gradient of ReLU in two passes, with a tensor of zeros and ones between. */
const PASS_POSITIVE = 'PassPositive';

type Inputs = { readonly value: tf.TensorInfo; readonly dy: tf.TensorInfo };

const LANES = 4;
const FLOAT_BYTES = 4;

/** dy where the value, of the same shape, is positive or NaN; 0 where it is 0 or negative. */
function passPositive({ inputs: { value, dy }, backend }: KernelCall<Inputs, object>): tf.TensorInfo[] {
  const answer = backend.makeOutput(value.shape, 'float32');
  const done = passFours(backend, value, dy, answer);
  const [values, given, to] = [value, dy, answer].map((info) => valuesOf(backend, info));
  for (let at = done; at < to.length; at++) to[at] = values[at] <= 0 ? 0 : given[at];
  return [answer];
}

/** The numbers in groups of four. Returns how many it has processed: none where the browser has no SIMD. */
function passFours(backend: BackendWasm, ...all: readonly tf.TensorInfo[]): number {
  const count = valuesOf(backend, all[0]).length;
  const fours = count - (count % LANES);
  const simd = fours > 0 ? simdOf(backend) : null;
  if (!simd) return 0;
  const bytes = fours * FLOAT_BYTES;
  simd.share(
    'passPositive',
    Math.ceil(bytes / PART_BYTES),
    [PART_BYTES, bytes, ...all.map(({ dataId }) => backend.getMemoryOffset(dataId))],
    nanosecondsOf.passed(fours),
  );
  return fours;
}

/** The gradient of ReLU with respect to its input, from the one to its output, dy, and either of the two. */
export function reluGradient(value: tf.Tensor, dy: tf.Tensor): tf.Tensor {
  if (!tf.getKernel(PASS_POSITIVE, tf.getBackend())) return tf.mul(dy, tf.cast(tf.step(value), 'int32'));
  const [answer] = tf.engine().runKernel<tf.Tensor[]>(PASS_POSITIVE, { value, dy });
  return answer;
}

/** The name of another one: a bias and ReLU in one pass over values that a pooling has passed on. */
const ADD_BIAS = 'AddBias';

type Biased = { readonly x: tf.TensorInfo; readonly bias: tf.TensorInfo };
type Numbers = { readonly relu: boolean };

/** x + bias, [..., channels] and [channels], and its ReLU where that is wanted. */
function addBias({ inputs: { x, bias }, attrs: { relu }, backend }: KernelCall<Biased, Numbers>) {
  const ours = addFours(backend, x, bias, relu);
  if (ours) return [ours];
  const sums = run(backend, tf.Add, { a: x, b: bias });
  if (!relu) return [sums];
  const answer = run(backend, tf.Relu, { x: sums });
  free(backend, sums);
  return [answer];
}

/** The numbers in groups of four; null where the channels are no multiple of four, or the browser has no SIMD. */
function addFours(backend: BackendWasm, x: tf.TensorInfo, bias: tf.TensorInfo, relu: boolean) {
  const [channels] = bias.shape;
  const count = tf.util.sizeFromShape(x.shape);
  const simd = channels % LANES === 0 && count > 0 ? simdOf(backend) : null;
  if (!simd) return null;
  const answer = backend.makeOutput(x.shape, 'float32');
  const row = channels * FLOAT_BYTES;
  const part = row * Math.max(1, Math.floor(PART_BYTES / row));
  const [from, added, to] = [x, bias, answer].map(({ dataId }) => backend.getMemoryOffset(dataId));
  const bytes = count * FLOAT_BYTES;
  simd.share(
    'addBias',
    Math.ceil(bytes / part),
    [part, bytes, from, added, row, to, Number(relu)],
    nanosecondsOf.passed(count),
  );
  return answer;
}

/** Maps, [..., channels], with a bias of [channels] and ReLU, where they are wanted; differentiable. */
export function addActivated(x: tf.Tensor, bias: tf.Tensor | undefined, relu: boolean): tf.Tensor {
  if (bias && tf.getKernel(ADD_BIAS, tf.getBackend()))
    return tf.engine().runKernel<tf.Tensor[]>(ADD_BIAS, { x, bias }, { relu })[0];
  const sums = bias ? tf.add(x, bias) : x;
  return relu ? tf.relu(sums) : sums;
}

/** Gives the WASM backend the kernels, and registers the gradient of the second. */
export function registerReluKernels(): void {
  registerNew(PASS_POSITIVE, passPositive);
  registerNew(ADD_BIAS, addBias);
  tf.registerGradient({
    kernelName: ADD_BIAS,
    outputsToSave: [true],
    gradFunc(dys, [output], { relu }) {
      const [dy] = Array.isArray(dys) ? dys : [dys];
      const toSums = relu ? reluGradient(output, dy) : dy;
      const places = output.shape.slice(0, -1).map((_, axis) => axis);
      return { x: () => tf.clone(toSums), bias: () => tf.sum(toSums, places) };
    },
  });
}

/** Gives ReLU its gradient by it, in place of the library's. */
export function registerReluGradient(): void {
  tf.registerGradient({
    kernelName: tf.Relu,
    inputsToSave: ['x'],
    gradFunc: (dy, [x]) => ({ x: () => reluGradient(x, Array.isArray(dy) ? dy[0] : dy) }),
  });
}
