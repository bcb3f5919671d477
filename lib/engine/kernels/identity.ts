import * as tf from '@tensorflow/tfjs-core';
import { type KernelCall, kernelOf, register, runWith } from './wasm-kernel';

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

/** Registers identity and casts to the same type without copies. */
export function registerIdentity(): void {
  register(tf.Identity, identity);
  const cast = kernelOf(tf.Cast);
  register(tf.Cast, (call: Call): tf.TensorInfo => {
    const { inputs, attrs, backend } = call;
    return inputs.x.dtype === attrs.dtype ? identity(call) : runWith(cast, backend, inputs, attrs);
  });
}
