import { afterEach, expect, test, vi } from 'vitest';
import { Pool } from '@/lib/engine/kernels/simd/pool';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A thread that reads its script only when the test says so. */
class Thread {
  static readonly all: Thread[] = [];
  onmessage: (() => void) | null = null;

  constructor() {
    Thread.all.push(this);
  }

  postMessage(): void {}
}

test('work waits for no thread, and their script’s address is given back once each has read it', () => {
  vi.stubGlobal('Worker', Thread);
  const revoked = vi.spyOn(URL, 'revokeObjectURL');
  const empty = new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
  const done: number[] = [];
  const pool = new Pool(empty, new WebAssembly.Memory({ initial: 1 }), 2, (unit, first) =>
    done.push(first + unit),
  );
  pool.run(3, [10]);
  expect(done).toEqual([10, 11, 12]);
  const [one, other] = Thread.all;
  one.onmessage?.();
  expect(revoked).not.toHaveBeenCalled();
  other.onmessage?.();
  expect(revoked).toHaveBeenCalledTimes(1);
});
