import fc from 'fast-check';
import { expect, test } from 'vitest';
import { strongestChannels, withChannels } from '@/lib/tensor/channels';
import { channelOf } from '@/lib/tensor/tensor';
import { maps } from '../support/maps';

test('chosen channels are unchanged planes, in the order they are named', () => {
  fc.assert(
    fc.property(maps, fc.array(fc.nat(), { maxLength: 8 }), (tensor, requested) => {
      const channels = requested.map((channel) => channel % tensor.shape[2]);
      const chosen = withChannels(tensor, channels);
      expect(chosen.shape).toEqual([tensor.shape[0], tensor.shape[1], channels.length]);
      channels.forEach((channel, n) => {
        expect(channelOf(chosen, n)).toEqual(channelOf(tensor, channel));
      });
    }),
  );
});

test('the strongest channel is the one with the largest sum; a vector has none', () => {
  const tensor = { shape: [2, 1, 3] as const, values: Float32Array.of(1, 9, 0, 1, -3, 4) };
  expect(strongestChannels(tensor)).toEqual([1, 2, 0]);
  expect(strongestChannels({ shape: [3] as const, values: Float32Array.of(1, 2, 3) })).toEqual([]);
});
