import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { wantedThreads } from '@/lib/engine/backends/threads';
import { startWasm } from '@/lib/engine/backends/wasm-backend';

const Plain = globalThis.Worker;
const factory = tf.findBackendFactory('wasm');

/** The library starts a backend once; here every test begins without one, on four cores whatever the machine has. */
beforeEach(() => {
  tf.removeBackend('wasm');
  tf.registerBackend('wasm', factory);
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', true);
  Object.defineProperty(navigator, 'hardwareConcurrency', { value: 4, configurable: true });
});

afterEach(() => {
  globalThis.Worker = Plain;
  Reflect.deleteProperty(navigator, 'hardwareConcurrency');
});

/** Threads that run this script instead of their own; counts those that were started and not ended. */
function threadsRun(script: string): () => number {
  const running = new Set<Worker>();
  globalThis.Worker = class extends Plain {
    constructor() {
      super(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
      running.add(this);
    }
    override terminate() {
      running.delete(this);
      super.terminate();
    }
  };
  return () => running.size;
}

/** A product that is large enough to be split among threads. */
async function computes(): Promise<void> {
  const ones = tf.ones([128, 128]);
  const product = tf.matMul(ones, ones);
  expect((await product.data()).every((value) => value === 128)).toBe(true);
  tf.dispose([ones, product]);
}

test('half of many cores are used, each of few, and never more than eight', () => {
  expect([1, 2, 3, 4, 6, 8, 12, 16, 64].map(wantedThreads)).toEqual([1, 2, 3, 4, 4, 4, 6, 8, 8]);
});

test('in an isolated page several threads compute', async () => {
  expect(globalThis.crossOriginIsolated).toBe(true);
  const { threads, problem } = await startWasm(true);
  // Unmodified, the library uses half of the cores; the engine's bundle uses all that are requested.
  expect(threads).toBe(2);
  expect(problem).toBe(undefined);
  await computes();
});

test('where no threads are wanted, one computes', async () => {
  const running = threadsRun('');
  expect(await startWasm(false)).toEqual({ threads: 1 });
  expect(running()).toBe(0);
  await computes();
});

test.each([
  ['fail', 'throw new Error("broken thread")', 'broken thread'],
  ['never come up', '', 'threads not up within'],
])('threads that %s are ended, and one computes, with the reason reported', async (_, script, reason) => {
  const running = threadsRun(script);
  // The library rethrows a thread's error in the page; here it is expected.
  const expected = (event: ErrorEvent) => event.stopImmediatePropagation();
  window.addEventListener('error', expected, true);
  const { threads, problem } = await startWasm(true);
  window.removeEventListener('error', expected, true);
  expect(threads).toBe(1);
  expect(problem).toContain(reason);
  expect(running()).toBe(0);
  await computes();
});
