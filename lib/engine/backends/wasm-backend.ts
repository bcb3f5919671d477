import { BackendWasm, setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { simdOf } from '../kernels/simd/simd';

/** Set by the bundler: the WASM files by the names in the library, with their names on this site. */
const FILES: Record<string, string> = JSON.parse(process.env.WASM_FILES ?? '{}');

export interface WasmStart {
  readonly threads: number;
  /** Why there is only one thread although more are possible. */
  readonly problem?: string;
}

/** Threads share memory, which a page may only do if it is cross-origin isolated. */
const canShareMemory = (): boolean =>
  typeof SharedArrayBuffer !== 'undefined' && (globalThis.crossOriginIsolated ?? true);

/**
 * Makes WASM the backend: on shared memory where that is possible and threads are wanted. The library itself computes with one
 * thread; the kernels that have something to share have threads of their own (kernels/simd/pool.ts), which start when there
 * is work for them.
 * @throws Error when WASM does not start at all.
 */
export async function startWasm(threads: boolean): Promise<WasmStart> {
  const folder = new URL('.', import.meta.url);
  setWasmPaths(
    Object.fromEntries(Object.entries(FILES).map(([name, hashed]) => [name, new URL(hashed, folder).href])),
  );
  setThreadsCount(1);
  const shares = threads && canShareMemory();
  const problem = shares ? await attempt() : null;
  if (!shares || problem) {
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    if (!(await tf.setBackend('wasm'))) throw new Error('the WASM module did not start');
  }
  const backend = tf.backend();
  const simd = backend instanceof BackendWasm ? simdOf(backend) : null;
  return { threads: simd?.threads ?? 1, ...(problem && { problem }) };
}

/** Starts the module with shared memory. Returns why it can't, or null. */
async function attempt(): Promise<string | null> {
  try {
    return (await tf.setBackend('wasm')) ? null : 'the threaded module did not start';
  } catch (error) {
    return String(error);
  }
}
