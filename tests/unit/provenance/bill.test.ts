import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entriesOf } from '@/lib/kinds/parts/weights';
import type { Pipeline } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { bill, openPixels } from '@/lib/provenance/bill';
import { receptiveField } from '@/lib/provenance/field';
import { asMap, cellAt, offset, size } from '@/lib/tensor/tensor';
import { naiveForward } from '../support/naive';
import { withTwiceTheMeans } from '../support/networks';
import { anyPass } from '../support/passes';
import { must } from '../support/result';

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const anyValue = fc.tuple(anyPass, share, share).map(([pass, stageAt, cellShare]) => {
  const stage = pass.pipeline.stages[Math.floor(stageAt * pass.pipeline.stages.length)];
  return { ...pass, stage, cell: cellAt(stage.output, Math.floor(cellShare * size(stage.output))) };
});

/** 1e-5 of what was summed, where that is more than 1. */
const near = (a: number, b: number, added: number) =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-5 * Math.max(1, added));

const absolute = (values: Float64Array) => values.reduce((sum, one) => sum + Math.abs(one), 0);

test('a bill adds up to its value at every stage', () => {
  fc.assert(
    fc.property(anyValue, ({ pipeline, trace, weights, stage, cell }) => {
      const { value, accounts, rounding } = must(bill(pipeline, trace, weights, stage.id, cell));
      const { values, before } = trace.stages[stage.number - 1];
      expect(value).toBe((before ?? values)[offset(stage.output, cell)]);
      expect(accounts.map((account) => account.stage.id)).toEqual(
        pipeline.stages.slice(0, Math.max(1, stage.number - 1)).map(({ id }) => id),
      );
      for (const account of accounts) {
        near(account.values + account.biases, value, absolute(account.contributions));
        near(
          account.values,
          account.contributions.reduce((sum, one) => sum + one, 0),
          0,
        );
      }
      expect(rounding).toBe(value - accounts[0].values - accounts[0].biases);
    }),
    { numRuns: 300 },
  );
});

/** The value at a cell before its activation, with the image and the weights changed. */
function valueWith(
  pipeline: Pipeline,
  weights: WeightSet,
  image: readonly number[],
  at: { readonly stage: number; readonly cell: number },
): number {
  const { values, before } = naiveForward(pipeline.architecture, weights, image)[at.stage];
  return (before ?? values)[at.cell];
}

const imageOf = (trace: Pick<Trace, 'stages'>) => Array.from(trace.stages[0].values);

test('a gradient equals the effect of a small change of the pixel, away from ties', () => {
  let compared = 0;
  fc.assert(
    fc.property(anyValue, share, ({ pipeline, trace, weights, stage, cell }, which) => {
      const at = { stage: stage.number - 1, cell: offset(stage.output, cell) };
      const image = imageOf(trace);
      const pixel = Math.floor(which * image.length);
      const by = (change: number) =>
        valueWith(
          pipeline,
          weights,
          image.map((value, place) => (place === pixel ? value + change : value)),
          at,
        );
      const [account] = must(bill(pipeline, trace, weights, stage.id, cell)).accounts;
      const [down, here, up] = [by(-0.5), by(0), by(0.5)];
      // A unit that switched in between: the two sides have different slopes.
      if (Math.abs(up - here - (here - down)) > 1e-5 * Math.max(1, Math.abs(here))) return;
      compared++;
      near(up - down, account.gradient[pixel], Math.abs(here));
    }),
    { numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(150);
});

test('only pixels of the receptive field are open', () => {
  fc.assert(
    fc.property(anyValue, ({ pipeline, trace, weights, stage, cell }) => {
      const [account] = must(bill(pipeline, trace, weights, stage.id, cell)).accounts;
      const field = must(receptiveField(pipeline, stage.id, cell));
      const [, width] = asMap(pipeline.architecture.input);
      for (const [at, open] of openPixels(account).entries()) {
        if (!open) continue;
        const [row, column] = [Math.floor(at / width), at % width];
        expect(row - field.row).toBeGreaterThanOrEqual(0);
        expect(row - field.row).toBeLessThan(field.height);
        expect(column - field.column).toBeGreaterThanOrEqual(0);
        expect(column - field.column).toBeLessThan(field.width);
      }
    }),
    { numRuns: 100 },
  );
});

test('doubling the image and all added constants doubles every bill', () => {
  fc.assert(
    fc.property(anyPass, ({ pipeline, trace, weights }) => {
      const doubled: WeightSet = Object.fromEntries(
        Object.entries(weights).map(([id, weights]) => [
          id,
          Object.fromEntries(
            entriesOf(weights).map(([name, { shape, values }]) => {
              const moves = name === 'bias' || name === 'beta' || name === 'movingMean';
              return [name, { shape, values: moves ? values.map((one) => 2 * one) : values }];
            }),
          ),
        ]),
      );
      const image = imageOf(trace).map((one) => 2 * one);
      const moved = withTwiceTheMeans(pipeline);
      const twice = { stages: naiveForward(moved.architecture, doubled, image) };
      for (const unit of pipeline.architecture.classes.keys()) {
        const once = must(bill(pipeline, trace, weights, 'output', [unit]));
        const now = must(bill(moved, twice, doubled, 'output', [unit]));
        near(now.value, 2 * once.value, Math.abs(once.value));
        const [before] = once.accounts;
        now.accounts[0].contributions.forEach((one, at) => {
          near(one, 2 * before.contributions[at], absolute(before.contributions));
        });
      }
    }),
    { numRuns: 40 },
  );
});

test('missing or mismatched input is refused', () => {
  fc.assert(
    fc.property(anyPass, ({ pipeline, trace, weights }) => {
      expect(bill(pipeline, trace, weights, 'conv9', [0])).toMatchObject({ ok: false });
      expect(bill(pipeline, trace, weights, 'output', [99])).toMatchObject({ ok: false });
      expect(bill(pipeline, { stages: [] }, weights, 'output', [0])).toMatchObject({ ok: false });
      expect(bill(pipeline, trace, {}, 'output', [0])).toMatchObject({ ok: false });
    }),
    { numRuns: 10 },
  );
});
