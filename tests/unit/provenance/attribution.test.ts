import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gradCam, saliency, summed } from '@/lib/provenance/attribution';
import { bill } from '@/lib/provenance/bill';
import { anyPass } from '../support/passes';
import { must } from '../support/result';

test('saliency is the largest gradient of a pixel’s colours; the bill’s colours add up to the pixel’s share', () => {
  fc.assert(
    fc.property(anyPass, ({ pipeline, trace, weights }) => {
      const [account] = must(bill(pipeline, trace, weights, 'output', [0])).accounts;
      const colours = pipeline.architecture.input[2];
      const most = saliency({ stage: account.stage, output: account.gradient });
      const sums = summed(account.contributions, colours);
      expect(most).toHaveLength(account.gradient.length / colours);
      most.forEach((value, pixel) => {
        const own = Array.from(account.gradient.subarray(pixel * colours, (pixel + 1) * colours));
        expect(value).toBe(Math.fround(Math.max(...own.map(Math.abs))));
      });
      const total = account.contributions.reduce((sum, one) => sum + one, 0);
      const added = account.contributions.reduce((sum, one) => sum + Math.abs(one), 0);
      expect(Math.abs(sums.reduce((sum, one) => sum + one, 0) - total)).toBeLessThanOrEqual(
        1e-5 * Math.max(1, added),
      );
    }),
    { numRuns: 60 },
  );
});

test('Grad-CAM weights each map by the mean of its gradient, and drops what is below 0', () => {
  const stage = { output: [1, 2, 2] } as unknown as Parameters<typeof gradCam>[0]['stage'];
  const output = Float64Array.of(1, -2, 3, -4);
  const trace = { stage: 'conv', shape: [1, 2, 2], values: Float32Array.of(5, 1, 1, 4) } as const;
  // The maps' weights are 2 and -3.
  expect(Array.from(gradCam({ stage, output }, trace))).toEqual([7, 0]);
});
