import { afterEach, expect, test, vi } from 'vitest';
import { startThreads } from '@/lib/engine/kernels/simd/pool';

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

test('the address of the threads’ script is given back once each has read it', () => {
  vi.stubGlobal('Worker', Thread);
  const revoked = vi.spyOn(URL, 'revokeObjectURL');
  const empty = new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
  startThreads(empty, new WebAssembly.Memory({ initial: 1 }), 0, 2);
  const [one, other] = Thread.all;
  one.onmessage?.();
  expect(revoked).not.toHaveBeenCalled();
  other.onmessage?.();
  expect(revoked).toHaveBeenCalledTimes(1);
});
