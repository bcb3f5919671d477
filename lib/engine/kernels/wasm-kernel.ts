import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';

/** What a kernel of the WASM backend is called with. */
export interface KernelCall<Inputs, Attributes> {
  readonly inputs: { readonly [Name in keyof Inputs]: tf.TensorInfo };
  readonly attrs: Attributes;
  readonly backend: BackendWasm;
}

type Inputs = Readonly<Record<string, tf.TensorInfo>>;

/**
 * Runs a kernel that the backend has. The answer belongs to the caller, who gives it on or lets go of it with {@link free}.
 * @throws Error when the backend has no such kernel.
 */
export function run(backend: BackendWasm, name: string, inputs: Inputs, attrs: object = {}): tf.TensorInfo {
  return runWith(kernelOf(name), backend, inputs, attrs);
}

/** The kernel that the backend has now, for one that is put in its place and still needs it. */
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

/** Lets go of what kernels made on the way to their answer. */
export function free(backend: BackendWasm, ...made: readonly tf.TensorInfo[]): void {
  for (const { dataId } of made) backend.disposeData(dataId);
}

/** The same values under another shape. Nothing is copied: it lives as long as what it is a view of. */
export const viewed = ({ dataId, dtype }: tf.TensorInfo, shape: number[]): tf.TensorInfo => ({
  dataId,
  dtype,
  shape,
});

/** Swaps axes; `order` says for each axis of the answer which axis it was. */
export const transpose = (backend: BackendWasm, x: tf.TensorInfo, order: readonly number[]): tf.TensorInfo =>
  run(backend, 'Transpose', { x }, { perm: [...order] });

/**
 * The values as they lie in the module's memory, to be read or written. Taken after everything that makes tensors:
 * the memory may move when it grows.
 * @throws Error when they are no single-precision numbers.
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
 * Puts a kernel in the place of the one there is, if there is one. What that one does when the backend starts and ends
 * stays, because the new one may call it.
 */
export function register<I, A>(name: string, kernel: (call: KernelCall<I, A>) => tf.TensorInfo): void {
  const before = tf.getKernel(name, 'wasm');
  if (before) tf.unregisterKernel(name, 'wasm');
  add(name, kernel, before);
}

/** Adds a kernel of several answers that the library knows nothing of. */
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
    // The library's own kernels are registered so as well: it knows a kernel's inputs and attributes by name only.
    kernelFunc: kernel as unknown as tf.KernelFunc,
  });
}
