import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, expect, test, vi } from 'vitest';
import { startWasm } from '@/lib/engine/backends/wasm-backend';
import { registerTrainingKernels } from '@/lib/engine/kernels/register';
import { BINARY } from '@/lib/engine/kernels/simd/binary';
import { startThreads } from '@/lib/engine/kernels/simd/pool';
import { CONTROL, CONTROL_LENGTH, SHARED } from '@/lib/engine/kernels/simd/shared';
import { gradientCases, gradientError } from './support/gradients';

/** What a browser without these instructions refuses: modules, by their sizes. */
const bytesIn = (base64: string) => atob(base64).length;
const REFUSED = {
  'relaxed SIMD': [BINARY.relaxed.alone].map(bytesIn),
  SIMD: [BINARY.relaxed.alone, BINARY.plain.alone].map(bytesIn),
};

afterEach(() => {
  vi.restoreAllMocks();
});

test.each([['nothing', []], ...Object.entries(REFUSED)])(
  'a browser that lacks %s computes the same',
  async (_, refused) => {
    const asked = vi
      .spyOn(WebAssembly, 'validate')
      .mockImplementation((bytes) => !refused.includes(bytes.byteLength));
    // The functions belong to a backend: a fresh one asks again.
    const factory = tf.findBackendFactory('wasm');
    tf.removeBackend('wasm');
    if (factory) tf.registerBackend('wasm', factory);
    await startWasm(false);
    registerTrainingKernels();
    const next = gradientCases(21);
    for (let count = 0; count < 30; count++) {
      const gradientCase = next();
      expect(await gradientError(gradientCase), gradientCase.name).toBeLessThan(1e-4);
    }
    expect(asked.mock.results.filter(({ value }) => value === false)).toHaveLength(refused.length);
  },
);

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
