import { getThreadsCount, setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { canShareMemory, wantedThreads, watchThreads } from './threads';

/** Set by the bundler: the WASM files by the names in the library, with their names on this site. */
const FILES: Record<string, string> = JSON.parse(process.env.WASM_FILES ?? '{}');

export interface WasmStart {
  readonly threads: number;
  /** Why there is only one thread although more are possible. */
  readonly problem?: string;
}

/**
 * Makes WASM the backend: with threads where memory can be shared and they are wanted, otherwise with one.
 * Threads that fail or don't start in time are terminated, and one thread takes over.
 * @throws Error when WASM does not start at all.
 */
export async function startWasm(threads: boolean): Promise<WasmStart> {
  const folder = new URL('.', import.meta.url);
  setWasmPaths(
    Object.fromEntries(Object.entries(FILES).map(([name, hashed]) => [name, new URL(hashed, folder).href])),
  );
  const count = wantedThreads(navigator.hardwareConcurrency || 2);
  if (!threads || count === 1 || !canShareMemory()) return startSingle();
  setThreadsCount(count);
  const watch = watchThreads();
  const failure = watch.failed.then((problem) => ({ problem }));
  const outcome = await Promise.race([attempt(), failure]);
  if (outcome === true) {
    watch.done();
    return { threads: getThreadsCount() };
  }
  watch.endAll();
  return startSingle(outcome.problem);
}

async function attempt(): Promise<true | { problem: string }> {
  try {
    return (await tf.setBackend('wasm')) || { problem: 'the threaded module did not start' };
  } catch (error) {
    return { problem: String(error) };
  }
}

async function startSingle(problem?: string): Promise<WasmStart> {
  setThreadsCount(1);
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (!(await tf.setBackend('wasm'))) throw new Error('the WASM module did not start');
  return { threads: 1, problem };
}
