import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangeOf } from '@/lib/format/colour-maps';
import { strongestChannels } from '@/lib/tensor/channels';
import { count } from '@/lib/tensor/counted';
import { remember, remembered } from '@/lib/tensor/remembered';
import { channelOf } from '@/lib/tensor/tensor';
import { maps } from '../support/maps';

test('maps are counted as their channels are, each separately', () => {
  fc.assert(
    fc.property(maps, (tensor) => {
      const { low, high, sums } = count(tensor);
      expect(low).toBe(Math.min(0, ...tensor.values));
      expect(high).toBe(Math.max(0, ...tensor.values));
      expect(sums).toHaveLength(tensor.shape[2]);
      sums.forEach((sum, channel) => {
        expect(sum).toBe(channelOf(tensor, channel).reduce((before, value) => before + value, 0));
      });
    }),
  );
});

test('a vector has no channels, and NaN is skipped', () => {
  const vector = { shape: [4], values: Float32Array.of(-1, Number.NaN, 3, 2) } as const;
  expect(count(vector)).toEqual({ low: -1, high: 3, sums: new Float64Array(0) });
});

test('statistics noted for an array are used for that array, and not for an equal one', () => {
  const shape = [1, 1, 2] as const;
  const [noted, equal] = [Float32Array.of(1, 2), Float32Array.of(1, 2)];
  remember(noted, { low: 0, high: 9, sums: Float64Array.of(5, 4) });
  expect(rangeOf(noted).high).toBe(9);
  expect(strongestChannels({ shape, values: noted })).toEqual([0, 1]);
  expect(remembered(equal)).toBeUndefined();
  expect(rangeOf(equal).high).toBe(2);
  expect(strongestChannels({ shape, values: equal })).toEqual([1, 0]);
});
