import * as tf from '@tensorflow/tfjs-core';
import { startWasm } from '@/lib/engine/backends/wasm-backend';
import { registerTrainingKernels } from '@/lib/engine/kernels/register-training';

/** A fresh WASM backend: the kernels' functions belong to a backend, so they are set up again. Returns its number of threads. */
export async function startAnew(threads: boolean): Promise<number> {
  const factory = tf.findBackendFactory('wasm');
  tf.removeBackend('wasm');
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', threads);
  if (factory) tf.registerBackend('wasm', factory);
  const started = await startWasm(threads);
  registerTrainingKernels();
  return started.threads;
}
