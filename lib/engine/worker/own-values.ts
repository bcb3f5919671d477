import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { readBack } from '../backends/read-back';

/**
 * A tensor's values in separate memory, which may be transferred. A backend may return its own memory; only
 * WASM has already made a copy, and a second one of a trace costs as much as computing it did.
 * @throws BackendLost
 */
export async function ownValues(tensor: tf.Tensor): Promise<Float32Array> {
  const backend = tf.backend();
  const copied = backend instanceof BackendWasm && backend.dataIdMap.has(tensor.dataId);
  const values = await readBack(tensor);
  return copied && values instanceof Float32Array ? values : new Float32Array(values);
}
