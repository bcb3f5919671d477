import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bill } from '@/lib/provenance/bill';
import { differenceBill, strongestChannels, strongestPatch } from '@/lib/provenance/difference';
import { anyPass } from '../support/passes';
import { must } from '../support/result';

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const anyRivals = fc.tuple(anyPass, share, share).map(([pass, one, two]) => {
  const classes = pass.pipeline.architecture.classes.length;
  return { ...pass, rivals: { unit: Math.floor(one * classes), other: Math.floor(two * classes) } };
});

const absolute = (values: Float64Array) => values.reduce((sum, one) => sum + Math.abs(one), 0);

describe('the difference of two logits', () => {
  test('is the sum of its contributions at every stage, down to the pixels', () => {
    fc.assert(
      fc.property(anyRivals, ({ pipeline, trace, weights, rivals }) => {
        const found = must(differenceBill(pipeline, trace, weights, rivals));
        const logits = trace.stages[trace.stages.length - 1].before ?? new Float32Array();
        expect(found.value).toBe(logits[rivals.unit] - logits[rivals.other]);
        expect(found.accounts.length).toBe(pipeline.stages.length - 1);
        for (const { values, biases, contributions } of found.accounts)
          expect(Math.abs(values + biases - found.value)).toBeLessThanOrEqual(
            1e-4 * Math.max(1, absolute(contributions)),
          );
      }),
      { numRuns: 300 },
    );
  });

  test('takes from each value what one class takes less what the other does', () => {
    fc.assert(
      fc.property(anyRivals, ({ pipeline, trace, weights, rivals }) => {
        const { accounts, biases } = must(differenceBill(pipeline, trace, weights, rivals));
        const [one, two] = [rivals.unit, rivals.other].map((unit) =>
          must(bill(pipeline, trace, weights, 'output', [unit])),
        );
        accounts.forEach(({ contributions }, stage) => {
          const most =
            absolute(one.accounts[stage].contributions) + absolute(two.accounts[stage].contributions);
          contributions.forEach((each, at) => {
            const apart = one.accounts[stage].contributions[at] - two.accounts[stage].contributions[at];
            expect(Math.abs(each - apart)).toBeLessThanOrEqual(1e-9 * Math.max(1, most));
          });
        });
        for (const [at, { share: own }] of biases.entries())
          expect(own).toBeCloseTo(one.biases[at].share - two.biases[at].share, 6);
      }),
      { numRuns: 100 },
    );
  });

  test('is nothing between a class and itself, and refused for a class that there isn’t', () => {
    fc.assert(
      fc.property(anyPass, ({ pipeline, trace, weights }) => {
        const same = must(differenceBill(pipeline, trace, weights, { unit: 0, other: 0 }));
        expect(same.value).toBe(0);
        for (const { contributions } of same.accounts) expect(absolute(contributions)).toBe(0);
        expect(differenceBill(pipeline, trace, weights, { unit: 0, other: 99 })).toMatchObject({ ok: false });
      }),
      { numRuns: 20 },
    );
  });

  test('names the channels that speak most for either side', () => {
    fc.assert(
      fc.property(anyRivals, ({ pipeline, trace, weights, rivals }) => {
        for (const account of must(differenceBill(pipeline, trace, weights, rivals)).accounts) {
          const { pro, contra } = strongestChannels(account);
          const channels = account.stage.output[account.stage.output.length - 1];
          const sums = Array.from({ length: channels }, (_, channel) =>
            account.contributions.reduce((sum, one, at) => (at % channels === channel ? sum + one : sum), 0),
          );
          expect(pro?.share ?? 0).toBeCloseTo(Math.max(0, ...sums), 6);
          expect(contra?.share ?? 0).toBeCloseTo(Math.min(0, ...sums), 6);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('the strongest patch is the best of all squares of its size', () => {
  const anyPlane = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 12 }))
    .chain(([height, width, side]) =>
      fc.record({
        height: fc.constant(height),
        width: fc.constant(width),
        side: fc.constant(side),
        shares: fc.array(fc.integer({ min: -50, max: 50 }), {
          minLength: height * width,
          maxLength: height * width,
        }),
      }),
    );
  fc.assert(
    fc.property(anyPlane, ({ height, width, side, shares }) => {
      const found = strongestPatch(shares, [height, width], side);
      const own = Math.min(side, height, width);
      expect(found.size).toBe(own);
      const sumAt = (row: number, column: number) =>
        shares.reduce((sum, one, at) => {
          const [y, x] = [Math.floor(at / width), at % width];
          return y >= row && y < row + own && x >= column && x < column + own ? sum + one : sum;
        }, 0);
      const all: number[] = [];
      for (let row = 0; row + own <= height; row++)
        for (let column = 0; column + own <= width; column++) all.push(sumAt(row, column));
      expect(found.share).toBe(Math.max(...all));
      expect(sumAt(found.row, found.column)).toBe(found.share);
    }),
  );
});
