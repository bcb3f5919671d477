import { afterEach, expect, test, vi } from 'vitest';
import { inSharedMemory, isShared } from '@/lib/tensor/shared';

afterEach(() => vi.unstubAllGlobals());

test('on an isolated page values are copied into shared memory, once', () => {
  vi.stubGlobal('crossOriginIsolated', true);
  const values = new Float32Array([0, 1, -2.5, 3]).subarray(1);
  const shared = inSharedMemory(values);
  expect([...shared]).toEqual([1, -2.5, 3]);
  expect(isShared(shared)).toBe(true);
  expect(inSharedMemory(shared)).toBe(shared);
});

test('elsewhere, where workers can’t be sent such memory or there is none, they stay as they are', () => {
  const values = new Float32Array(2);
  vi.stubGlobal('crossOriginIsolated', false);
  expect(inSharedMemory(values)).toBe(values);
  vi.stubGlobal('crossOriginIsolated', undefined);
  vi.stubGlobal('SharedArrayBuffer', undefined);
  expect(inSharedMemory(values)).toBe(values);
  expect(isShared(values)).toBe(false);
});
