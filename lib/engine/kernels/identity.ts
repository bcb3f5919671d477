import * as tf from '@tensorflow/tfjs-core';
import { type KernelCall, kernelOf, register, runWith } from './wasm-kernel';

type Call = KernelCall<tf.IdentityInputs, tf.CastAttrs>;

/**
 * The same values once more. The backend copies them, and going forward in training every layer's output is kept so for
 * the way back. Nothing writes into a tensor, so it is enough to count one more owner, as the CPU backend does.
 */
function identity({ inputs, backend }: Call): tf.TensorInfo {
  const { dataId, shape, dtype } = inputs.x;
  backend.incRef(dataId);
  return { dataId, shape, dtype };
}

/** Copies, and casts to the type there is already, that copy nothing. */
export function registerIdentity(): void {
  register(tf.Identity, identity);
  const cast = kernelOf(tf.Cast);
  register(tf.Cast, (call: Call): tf.TensorInfo => {
    const { inputs, attrs, backend } = call;
    return inputs.x.dtype === attrs.dtype ? identity(call) : runWith(cast, backend, inputs, attrs);
  });
}
