import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';

/** The arguments of a kernel of the WASM backend. */
export interface KernelCall<Inputs, Attributes> {
  readonly inputs: { readonly [Name in keyof Inputs]: tf.TensorInfo };
  readonly attrs: Attributes;
  readonly backend: BackendWasm;
}

type Inputs = Readonly<Record<string, tf.TensorInfo>>;

/**
 * Runs a kernel of the backend. The caller owns the result, and returns it or frees it with {@link free}.
 * @throws Error when the backend has no such kernel.
 */
export function run(backend: BackendWasm, name: string, inputs: Inputs, attrs: object = {}): tf.TensorInfo {
  return runWith(kernelOf(name), backend, inputs, attrs);
}

/** The backend's current kernel, for one that replaces it and still calls it. */
export function kernelOf(name: string): tf.KernelFunc {
  const kernel = tf.getKernel(name, 'wasm');
  if (!kernel) throw new Error(`the WASM backend has no kernel ${name}`);
  return kernel.kernelFunc;
}

/** Runs a kernel found before. */
export function runWith(
  kernel: tf.KernelFunc,
  backend: BackendWasm,
  inputs: Inputs,
  attrs: object = {},
): tf.TensorInfo {
  const answer = kernel({ inputs, attrs: { ...attrs }, backend });
  return Array.isArray(answer) ? answer[0] : answer;
}

/** Frees intermediate results of kernels. */
export function free(backend: BackendWasm, ...tensors: readonly tf.TensorInfo[]): void {
  for (const { dataId } of tensors) backend.disposeData(dataId);
}

/** The same values in a different shape, without a copy: valid as long as the original. */
export const viewed = ({ dataId, dtype }: tf.TensorInfo, shape: number[]): tf.TensorInfo => ({
  dataId,
  dtype,
  shape,
});

/** Swaps axes; `order` gives for each axis of the result the original one. */
export const transpose = (backend: BackendWasm, x: tf.TensorInfo, order: readonly number[]): tf.TensorInfo =>
  run(backend, 'Transpose', { x }, { perm: [...order] });

/**
 * The values in the module's memory, for reading or writing. To be called after everything that creates
 * tensors: the memory may move when it grows.
 * @throws Error when they are not single-precision numbers.
 */
export function valuesOf(backend: BackendWasm, info: tf.TensorInfo): Float32Array {
  const values = backend.typedArrayFromHeap(info);
  if (!(values instanceof Float32Array)) throw new Error(`float32 is needed here, not ${info.dtype}`);
  return values;
}

/** A shape known to have four axes: batch, height, width, channels. */
export function fourAxes(shape: readonly number[]): [number, number, number, number] {
  const [batch, height, width, channels] = shape;
  if (shape.length !== 4) throw new Error(`four axes are needed here, not ${shape.length}`);
  return [batch, height, width, channels];
}

/**
 * Replaces a kernel, if there is one. The set-up and clean-up functions of the old one stay, because the new
 * one may call it.
 */
export function register<I, A>(name: string, kernel: (call: KernelCall<I, A>) => tf.TensorInfo): void {
  const before = tf.getKernel(name, 'wasm');
  if (before) tf.unregisterKernel(name, 'wasm');
  add(name, kernel, before);
}

/** Adds a kernel with several results that the library does not know. */
export function registerNew<I, A>(name: string, kernel: (call: KernelCall<I, A>) => tf.TensorInfo[]): void {
  add(name, kernel);
}

function add<I, A>(
  name: string,
  kernel: (call: KernelCall<I, A>) => tf.TensorInfo | tf.TensorInfo[],
  before?: tf.KernelConfig,
): void {
  tf.registerKernel({
    kernelName: name,
    backendName: 'wasm',
    setupFunc: before?.setupFunc,
    disposeFunc: before?.disposeFunc,
    // The library registers its own kernels this way too: it knows a kernel's inputs and attributes by name
    // only.
    kernelFunc: kernel as unknown as tf.KernelFunc,
  });
}
