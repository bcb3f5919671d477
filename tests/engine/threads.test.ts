import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startWasm } from '@/lib/engine/backends/wasm-backend';
import { registerKernels } from '@/lib/engine/kernels/register';
import { wantedThreads } from '@/lib/engine/kernels/simd/pool';

registerKernels();
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

/** Counts the threads that are started; they run this script instead of their own, where one is given. */
function countingThreads(script?: string) {
  const running = new Set<Worker>();
  let started = 0;
  globalThis.Worker = class extends Plain {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(
        script === undefined ? address : URL.createObjectURL(new Blob([script], { type: 'text/javascript' })),
        options,
      );
      started += 1;
      running.add(this);
    }
    override terminate() {
      running.delete(this);
      super.terminate();
    }
  };
  return { running: () => running.size, started: () => started };
}

/** A product that is worth sharing. */
async function computes(): Promise<void> {
  const ones = tf.ones([512, 512]);
  const product = tf.matMul(ones, ones);
  expect((await product.data()).every((value) => value === 512)).toBe(true);
  tf.dispose([ones, product]);
}

test('half of many cores are used, each of few, and never more than eight', () => {
  expect([1, 2, 3, 4, 6, 8, 12, 16, 64].map(wantedThreads)).toEqual([1, 2, 3, 4, 4, 4, 6, 8, 8]);
});

test('in an isolated page several threads compute, which start with the first work that is worth it', async () => {
  expect(globalThis.crossOriginIsolated).toBe(true);
  expect(await startWasm(true)).toEqual({ threads: 4 });
  const { running, started } = countingThreads();
  expect(started()).toBe(0);
  await computes();
  expect(running()).toBe(3);
});

test('where no threads are wanted, one computes', async () => {
  const { started } = countingThreads();
  expect(await startWasm(false)).toEqual({ threads: 1 });
  await computes();
  expect(started()).toBe(0);
});

test('where memory can’t be shared, one computes, with the reason reported', async () => {
  const { WebAssembly: real } = globalThis;
  const Memory = class extends real.Memory {
    constructor(wanted: WebAssembly.MemoryDescriptor) {
      if (wanted.shared) throw new RangeError('no room for shared memory');
      super(wanted);
    }
  };
  Object.defineProperty(real, 'Memory', { value: Memory, configurable: true, writable: true });
  try {
    const { threads, problem } = await startWasm(true);
    expect(threads).toBe(1);
    expect(problem).toBe('the threaded module did not start');
    await computes();
  } finally {
    Object.defineProperty(real, 'Memory', {
      value: Object.getPrototypeOf(Memory),
      configurable: true,
      writable: true,
    });
  }
});

test.each([
  ['fail', 'throw new Error("broken thread")'],
  ['never come up', ''],
])('where threads %s, the one that asks computes everything', async (_, script) => {
  // The thread's error reaches the page; here it is expected.
  const expected = (event: ErrorEvent) => event.stopImmediatePropagation();
  window.addEventListener('error', expected, true);
  try {
    await startWasm(true);
    const { started } = countingThreads(script);
    await computes();
    expect(started()).toBe(3);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await computes();
  } finally {
    window.removeEventListener('error', expected, true);
  }
});
