import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startBackend } from '@/lib/engine/backends/backends';
import { must } from '@/lib/result';
import { sentenceOf } from '../support/result';

/** Whether WebAssembly starts in this test's browser. */
let startsWasm: () => Promise<{ threads: number }>;
vi.mock('@/lib/engine/backends/wasm-backend', () => ({ startWasm: () => startsWasm() }));

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

beforeEach(() => {
  tf.registerBackend('late', () => new MathBackendCPU());
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  tf.removeBackend('late');
});

it('a backend that starts too late does not replace the one that took over', async () => {
  startsWasm = async () => {
    await later(9000);
    await tf.setBackend('late');
    return { threads: 1 };
  };
  const wasm = startBackend('wasm');
  await vi.advanceTimersByTimeAsync(8500);
  expect(sentenceOf(await wasm)).toContain('WebAssembly');
  must(await startBackend('cpu'));
  await vi.advanceTimersByTimeAsync(1000);
  expect(tf.getBackend()).toBe('cpu');
});

it('a backend that fails while starting leaves the previous one in place', async () => {
  must(await startBackend('cpu'));
  startsWasm = async () => {
    await tf.setBackend('late');
    throw new Error('no memory');
  };
  const failed = await startBackend('wasm');
  expect(failed).toMatchObject({ ok: false, problem: { detail: 'no memory' } });
  expect(tf.getBackend()).toBe('cpu');
});
