import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, expect, test, vi } from 'vitest';
import { APPLY_ADAM } from '@/lib/engine/kernels/apply-adam';
import { BINARY } from '@/lib/engine/kernels/simd/binary';
import { startThreads } from '@/lib/engine/kernels/simd/pool';
import { CONTROL, CONTROL_LENGTH, SHARED } from '@/lib/engine/kernels/simd/shared';
import { applyLayer } from '@/lib/engine/kinds/registry';
import { gradientError } from './support/gradient-error';
import { gradientCases } from './support/gradients';
import { startAnew } from './support/start-anew';

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
    await startAnew(false);
    const next = gradientCases(21);
    for (let count = 0; count < 30; count++) {
      const gradientCase = next();
      expect(await gradientError(gradientCase), gradientCase.name).toBeLessThan(1e-4);
    }
    expect(asked.mock.results.filter(({ value }) => value === false)).toHaveLength(refused.length);
  },
);

/** Enough images of a small network that every kind of work is worth sharing: its output and all gradients. */
async function largeWork(): Promise<Int32Array[]> {
  const shapes = [[32, 32, 32, 16], [3, 3, 16, 32], [32], [7200, 256]];
  const conv = {
    id: 'conv',
    kind: 'conv2d',
    filters: 32,
    kernel: 3,
    stride: 1,
    padding: 'valid',
    activation: 'relu',
  } as const;
  const norm = { id: 'norm', kind: 'batchNormalization', epsilon: 0.01, momentum: 0.9 } as const;
  const pool = { id: 'pool', kind: 'maxPool', size: 2, stride: 2, padding: 'valid' } as const;
  const answers = tf.tidy(() => {
    const inputs = shapes.map((shape, at) => tf.randomUniform(shape, -1, 1, 'float32', at + 1));
    const apply = (x: tf.Tensor, kernel: tf.Tensor, bias: tf.Tensor, weights: tf.Tensor) => {
      const around = { random: () => 0, withoutSums: true };
      const maps = applyLayer(conv, x, { ...around, parameters: { kernel, bias } }).output;
      const parameters = { gamma: bias, beta: bias, movingMean: bias, movingVariance: bias };
      const pooled = applyLayer(pool, applyLayer(norm, maps, { ...around, parameters }).output, around);
      return tf.relu(tf.matMul(tf.reshape(pooled.output, [32, 7200]), weights));
    };
    const found = tf.grads(apply as (...all: tf.Tensor[]) => tf.Tensor)(inputs);
    const [value, gradient] = [inputs[3], found[3]];
    const numbers = { decay1: 0.9, fresh1: 0.1, decay2: 0.99, fresh2: 0.01, share1: 0.1, share2: 0.01 };
    const moved = tf
      .engine()
      .runKernel<tf.Tensor[]>(
        APPLY_ADAM,
        { value, gradient, first: value, second: tf.square(gradient) },
        { ...numbers, epsilon: 1e-7, rate: 0.001 },
      );
    return [apply(inputs[0], inputs[1], inputs[2], inputs[3]), ...found, ...moved];
  });
  const read = await Promise.all(
    answers.map(async (one) => new Int32Array((await one.data()).slice().buffer)),
  );
  tf.dispose(answers);
  return read;
}

/** Whether two lists of numbers are the same; `toEqual` takes minutes for millions. */
const same = (one: Int32Array, other: Int32Array) =>
  one.length === other.length && one.every((value, at) => value === other[at]);

test('several threads compute the same bits as one', async () => {
  await startAnew(false);
  const alone = await largeWork();
  Object.defineProperty(navigator, 'hardwareConcurrency', { value: 4, configurable: true });
  expect(await startAnew(true)).toBeGreaterThan(1);
  Reflect.deleteProperty(navigator, 'hardwareConcurrency');
  const revoked = vi.spyOn(URL, 'revokeObjectURL');
  // The first work that is worth sharing starts the threads of the kernels.
  await largeWork();
  await expect.poll(() => revoked.mock.calls.length).toBe(1);
  for (let round = 0; round < 3; round++) {
    const shared = await largeWork();
    expect(shared.map((values, at) => same(values, alone[at]))).toEqual(alone.map(() => true));
  }
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
