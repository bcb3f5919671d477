import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lossGradients } from '@/lib/provenance/loss';
import { naiveForward } from '../support/naive';
import { anyPass } from '../support/passes';
import { must, sentenceOf } from '../support/result';

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('the loss is the logarithm of the right class’s probability, and its gradients equal the effect of small changes', () => {
  let compared = 0;
  fc.assert(
    fc.property(anyPass, share, share, ({ pipeline, trace, weights }, which, where) => {
      const { classes } = pipeline.architecture;
      const label = Math.floor(which * classes.length);
      const gradients = must(lossGradients(pipeline, trace, weights, label));
      const output = trace.stages[trace.stages.length - 1];
      expect(gradients.loss).toBeCloseTo(-Math.log(output.values[label]), 4);
      const image = Array.from(trace.stages[0].values);
      const pixel = Math.floor(where * image.length);
      const lossAt = (change: number) => {
        const moved = image.map((value, at) => (at === pixel ? value + change : value));
        const logits =
          naiveForward(pipeline.architecture, weights, moved).at(-1)?.before ?? new Float32Array();
        const largest = Math.max(...logits);
        return (
          Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - largest), 0)) +
          largest -
          logits[label]
        );
      };
      const [down, here, up] = [lossAt(-1), lossAt(0), lossAt(1)];
      // A unit that switched in between: the two sides have different slopes.
      if (Math.abs(up - here - (here - down)) > 1e-3 * Math.abs(up - down) + 1e-7) return;
      compared++;
      expect(Math.abs((up - down) / 2 - gradients.stages[0].output[pixel])).toBeLessThan(1e-5);
    }),
    { numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(100);
});

test('a class that does not exist is refused', () => {
  fc.assert(
    fc.property(anyPass, ({ pipeline, trace, weights }) => {
      expect(sentenceOf(lossGradients(pipeline, trace, weights, 99))).toMatch(/no class number 99/);
    }),
    { numRuns: 5 },
  );
});
