import { describe, expect, it } from 'vitest';
import { changeOf, difference } from '@/lib/tensor/difference';

describe('the difference of two tensors', () => {
  it('is now minus before, value by value', () => {
    const found = difference(Float32Array.of(1, 5, 0), Float32Array.of(3, 1, 0));
    expect([...found]).toEqual([-2, 4, 0]);
  });

  it('refuses tensors of two different sizes', () => {
    expect(() => difference(new Float32Array(3), new Float32Array(4))).toThrow(/3 values/);
  });

  it('names the channel that changed most, in either direction', () => {
    expect(changeOf(Float32Array.of(1, -4, 1, -2), 2)).toEqual({ mean: 2, most: 1, largest: 3 });
  });

  it('names the first where nothing changed', () => {
    expect(changeOf(new Float32Array(6), 3)).toEqual({ mean: 0, most: 0, largest: 0 });
  });
});
