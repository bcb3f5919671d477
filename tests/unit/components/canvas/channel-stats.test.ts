import fc from 'fast-check';
import { expect, test } from 'vitest';
import { channelStats, planeOf } from '@/components/canvas/channel-stats';

test('the figures of each channel are those of its plane', () => {
  const side = fc.integer({ min: 1, max: 4 });
  const value = fc.oneof(fc.constant(0), fc.double({ min: -5, max: 5, noNaN: true }));
  fc.assert(
    fc.property(
      fc.tuple(side, side, side).chain((shape) =>
        fc.tuple(
          fc.constant(shape),
          fc.array(value, {
            minLength: shape[0] * shape[1] * shape[2],
            maxLength: shape[0] * shape[1] * shape[2],
          }),
        ),
      ),
      ([shape, numbers]) => {
        const values = Float32Array.from(numbers);
        for (const { channel, least, largest, mean, zeros, at } of channelStats(values, shape)) {
          const plane = [...planeOf(values, shape[2], channel)];
          expect(least).toBeCloseTo(Math.min(...plane), 10);
          expect(largest).toBeCloseTo(Math.max(...plane), 10);
          expect(mean).toBeCloseTo(plane.reduce((sum, one) => sum + one, 0) / plane.length, 10);
          expect(zeros).toBeCloseTo(plane.filter((one) => one === 0).length / plane.length, 10);
          expect(values[at]).toBeCloseTo(largest, 10);
          expect(at % shape[2]).toBe(channel);
          expect((at - channel) / shape[2]).toBe(plane.indexOf(largest));
        }
      },
    ),
  );
});

test('the units of a vector are channels with one value', () => {
  expect(channelStats(Float32Array.from([3, 0]), [2]).map(({ largest, zeros }) => [largest, zeros])).toEqual([
    [3, 0],
    [0, 1],
  ]);
});
