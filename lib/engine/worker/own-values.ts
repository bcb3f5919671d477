import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { readBack } from '../backends/read-back';
import type { Place } from './state-memory';

/**
 * A tensor's values in separate memory, which may be transferred. A backend may return its own memory; only
 * WASM has already made a copy, and a second one of a trace costs as much as computing it did.
 * @throws BackendLost
 */
export async function ownValues(tensor: tf.Tensor): Promise<Float32Array> {
  const copied = wasmOf(tensor) !== null;
  const values = await readBack(tensor);
  return copied && values instanceof Float32Array ? values : new Float32Array(values);
}

/**
 * A tensor's values in memory of the caller's.
 * @throws BackendLost
 */
export async function valuesIn(tensor: tf.Tensor, place: Place): Promise<Float32Array> {
  const into = place(tensor.size);
  into.set(wasmOf(tensor)?.typedArrayFromHeap(tensor) ?? (await readBack(tensor)));
  return into;
}

/** The backend whose memory has the tensor, where that is WASM. */
function wasmOf({ dataId }: tf.Tensor): BackendWasm | null {
  const backend = tf.backend();
  return backend instanceof BackendWasm && backend.dataIdMap.has(dataId) ? backend : null;
}
