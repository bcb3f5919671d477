import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { nanosecondsOf, PART_BYTES, simdOf } from './simd/simd';
import { type KernelCall, registerNew, valuesOf } from './wasm-kernel';

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

/** Gives the WASM backend the kernel. */
export const registerPassPositive = (): void => registerNew(PASS_POSITIVE, passPositive);

/** Gives ReLU its gradient by it, in place of the library's. */
export function registerReluGradient(): void {
  tf.registerGradient({
    kernelName: tf.Relu,
    inputsToSave: ['x'],
    gradFunc: (dy, [x]) => ({ x: () => reluGradient(x, Array.isArray(dy) ? dy[0] : dy) }),
  });
}
