import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, expect, test, vi } from 'vitest';
import { startWasm } from '@/lib/engine/backends/wasm-backend';
import { registerTrainingKernels } from '@/lib/engine/kernels/register';
import { BINARY } from '@/lib/engine/kernels/simd/binary';
import { Pool } from '@/lib/engine/kernels/simd/pool';
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

test('threads read their script before its address is given back', async () => {
  const revoked = vi.spyOn(URL, 'revokeObjectURL');
  const code = Uint8Array.from(atob(BINARY.plain.shared), (letter) => letter.charCodeAt(0));
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65_536, shared: true });
  new Pool(new WebAssembly.Module(code), memory, 2, () => {});
  await expect.poll(() => revoked.mock.calls.length).toBe(1);
});
