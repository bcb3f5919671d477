import * as tf from '@tensorflow/tfjs-core';
import { type KernelCall, kernelOf, register, registerNew, runWith, valuesOf } from './wasm-kernel';

type Call = KernelCall<tf.IdentityInputs, tf.CastAttrs>;

/**
 * The same values as a new tensor. The backend copies them, and in the forward pass of training every layer's
 * output is kept this way for the backward pass. Nothing writes into a tensor, so it is enough to count one
 * more reference, as the CPU backend does.
 */
function identity({ inputs, backend }: Call): tf.TensorInfo {
  const { dataId, shape, dtype } = inputs.x;
  backend.incRef(dataId);
  return { dataId, shape, dtype };
}

/** The name of a kernel that writes bytes as numbers, where the library takes an array of numbers and copies it. */
const FROM_BYTES = 'FromBytes';

type FromBytes = { readonly bytes: Uint8Array; readonly shape: [number, number, number, number] };

function fromBytes({ attrs: { bytes, shape }, backend }: KernelCall<object, FromBytes>): tf.TensorInfo[] {
  const numbers = backend.makeOutput(shape, 'float32');
  valuesOf(backend, numbers).set(bytes);
  return [numbers];
}

/** Bytes as single-precision numbers of this shape. */
export function tensorOfBytes(bytes: Uint8Array, shape: FromBytes['shape']): tf.Tensor4D {
  if (!tf.getKernel(FROM_BYTES, tf.getBackend())) return tf.tensor4d(new Float32Array(bytes), shape);
  return tf.engine().runKernel<tf.Tensor4D[]>(FROM_BYTES, {}, { bytes, shape })[0];
}

/** Registers identity and casts to the same type without copies, and bytes that become numbers with one. */
export function registerWithoutCopy(): void {
  registerNew(FROM_BYTES, fromBytes);
  register(tf.Identity, identity);
  const cast = kernelOf(tf.Cast);
  register(tf.Cast, (call: Call): tf.TensorInfo => {
    const { inputs, attrs, backend } = call;
    return inputs.x.dtype === attrs.dtype ? identity(call) : runWith(cast, backend, inputs, attrs);
  });
}
