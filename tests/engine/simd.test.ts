import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, expect, test, vi } from 'vitest';
import { startWasm } from '@/lib/engine/backends/wasm-backend';
import { registerTrainingKernels } from '@/lib/engine/kernels/register-training';
import { BINARY } from '@/lib/engine/kernels/simd/binary';
import { startThreads } from '@/lib/engine/kernels/simd/pool';
import { CONTROL, CONTROL_LENGTH, SHARED } from '@/lib/engine/kernels/simd/shared';
import { computed, gradientCases, gradientError } from './support/gradients';

/** What a browser without these instructions refuses: modules, by their sizes. */
const bytesIn = (base64: string) => atob(base64).length;
const REFUSED = {
  'relaxed SIMD': [BINARY.relaxed.alone].map(bytesIn),
  SIMD: [BINARY.relaxed.alone, BINARY.plain.alone].map(bytesIn),
};

afterEach(() => {
  vi.restoreAllMocks();
});

/** The functions belong to a backend: a fresh one asks again. */
async function startAnew(threads: boolean): Promise<number> {
  const factory = tf.findBackendFactory('wasm');
  tf.removeBackend('wasm');
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', threads);
  if (factory) tf.registerBackend('wasm', factory);
  const started = await startWasm(threads);
  registerTrainingKernels();
  return started.threads;
}

test.each([['nothing', []], ...Object.entries(REFUSED)])(
  'a browser that lacks %s computes the same',
  async (_, refused) => {
    const asked = vi
      .spyOn(WebAssembly, 'validate')
      .mockImplementation((bytes) => !refused.includes(bytes.byteLength));
    await startAnew(false);
    const next = gradientCases(21);
    for (let count = 0; count < 30; count++) {
      const gradientCase = next();
      expect(await gradientError(gradientCase), gradientCase.name).toBeLessThan(1e-4);
    }
    expect(asked.mock.results.filter(({ value }) => value === false)).toHaveLength(refused.length);
  },
);

test('several threads compute the same bits as one', async () => {
  const bits = async () => {
    const next = gradientCases(22);
    const found: Float32Array[] = [];
    for (let count = 0; count < 40; count++) found.push(...(await computed('wasm', next())));
    return found.map(({ buffer }) => new Int32Array(buffer));
  };
  await startAnew(false);
  const alone = await bits();
  Object.defineProperty(navigator, 'hardwareConcurrency', { value: 4, configurable: true });
  expect(await startAnew(true)).toBeGreaterThan(1);
  Reflect.deleteProperty(navigator, 'hardwareConcurrency');
  await bits();
  // The threads of the kernels were started by the first of them.
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await bits()).toEqual(alone);
});

test('threads share the units of one job after another, each of which is done once; late ones are not waited for', async () => {
  const revoked = vi.spyOn(URL, 'revokeObjectURL');
  const code = Uint8Array.from(atob(BINARY.plain.shared), (letter) => letter.charCodeAt(0));
  const memory = new WebAssembly.Memory({ initial: 64, maximum: 65_536, shared: true });
  const module = new WebAssembly.Module(code);
  const { exports } = new WebAssembly.Instance(module, { backend: { memory } });
  const { share } = exports;
  if (typeof share !== 'function') throw new Error('the module shares no work');
  const control = new Int32Array(memory.buffer, 0, CONTROL_LENGTH);
  const [PART, PARTS, AT] = [1024, 256, 4096];
  const bytes = PART * PARTS;
  const [values, dy, to] = [0, 1, 2].map((n) => new Float32Array(memory.buffer, AT + n * bytes, bytes / 4));
  const job = (round: number) => {
    values.forEach((_, at) => {
      values[at] = at % (round + 2);
      dy[at] = at + round;
    });
    control[CONTROL.units / 4] = PARTS;
    control[CONTROL.work / 4] = Object.keys(SHARED).indexOf('passPositive');
    control.set([PART, bytes, AT, AT + bytes, AT + 2 * bytes], CONTROL.numbers / 4);
    share(0);
    expect(to.findIndex((value, at) => value !== (values[at] > 0 ? dy[at] : 0))).toBe(-1);
    expect(control[CONTROL.busy / 4]).toBe(0);
  };
  job(0);
  startThreads(module, memory, 0, 2);
  for (let round = 1; round < 40; round++) job(round);
  await expect.poll(() => revoked.mock.calls.length).toBe(1);
  for (let round = 40; round < 200; round++) job(round);
});
