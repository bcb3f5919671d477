import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { OptimizerTable } from '@/components/training/backward/OptimizerTable';
import type { StepReport } from '@/lib/engine/examine-protocol';
import { DEFAULT_SETTINGS } from '@/lib/store/training/training-view';

const OPTIMIZERS = ['sgd', 'momentum', 'rmsprop', 'adam'] as const;

const report = (optimizer: (typeof OPTIMIZERS)[number], rate: number, remembered: number): StepReport => ({
  settings: { ...DEFAULT_SETTINGS, optimizer },
  rate,
  network: { origin: 'shipped', seed: 1, epoch: 1, step: 32 },
  remembered,
  ofRun: false,
  loss: 1,
  images: [],
});

/** A number as a reader types it into a calculator. */
const read = (text: string) => Number(text.replaceAll('−', '-').replaceAll(',', ''));

/** Line by line: what was put in and what came out, as the table shows them. */
function linesOf(markup: string): { readonly numbers: readonly number[]; readonly gives: number }[] {
  return [...markup.matchAll(/<td>([^<]*)<\/td><td><b>([^<]*)<\/b><\/td><\/tr>/g)].map(
    ([, numbers, gives]) => ({
      numbers: numbers.split(' ; ').map(read),
      gives: read(gives),
    }),
  );
}

/** One unit in the last digit of a number that is shown in `digits`. */
const unit = (shown: number, digits: number) => 10 ** (Math.floor(Math.log10(Math.abs(shown))) - digits + 1);

/** Numbers of any magnitude: a digit before the point, and a power of ten. */
const sized = (from: number, to: number) =>
  fc
    .tuple(fc.double({ min: 1, max: 9.999, noNaN: true }), fc.integer({ min: from, max: to }))
    .map(([digits, power]) => digits * 10 ** power);
const signed = (from: number, to: number) =>
  fc.tuple(sized(from, to), fc.boolean()).map(([value, minus]) => (minus ? -value : value));

const CHANGE = {
  sgd: ([rate, g]: readonly number[]) => -rate * g,
  momentum: ([rate, m]: readonly number[]) => -rate * m,
  rmsprop: ([rate, g, s]: readonly number[]) => (-rate * g) / Math.sqrt(s + 1e-7),
  adam: ([rate, m, v]: readonly number[]) => (-rate * m) / (Math.sqrt(v) + 1e-7),
};

test.each(OPTIMIZERS)(
  'a step of %s, recomputed from the shown figures, gives the shown result',
  (optimizer) => {
    fc.assert(
      fc.property(
        signed(-5, 3),
        signed(-12, 9),
        signed(-12, 9),
        sized(-24, 18),
        fc.integer({ min: 0, max: 5000 }),
        sized(-6, 0),
        (before, gradient, first, second, steps, rate) => {
          const remembered = { momentum: first, rms: second, m: first, v: second };
          const seen = { before, after: 0, gradient, remembered, inputs: null, slopes: new Float32Array() };
          const props = { report: report(optimizer, rate, steps), seen, part: 'kernel' as const };
          const lines = linesOf(renderToStaticMarkup(createElement(OptimizerTable, props)));
          const [{ numbers, gives: change }, { numbers: added, gives: after }] = lines.slice(-2);
          expect(Math.abs(CHANGE[optimizer](numbers) - change)).toBeLessThanOrEqual(unit(change, 6));
          expect(added[1]).toBe(change);
          const roundings = (unit(added[0], 8) + unit(change, 6) + unit(after, 8)) / 2;
          expect(Math.abs(added[0] + change - after)).toBeLessThanOrEqual(roundings * 1.001);
          if (optimizer !== 'adam') return;
          const [m, v, m1, v1] = lines;
          const t = m1.numbers[1];
          const terms = 0.9 * Math.abs(m.numbers[0]) + 0.1 * Math.abs(m.numbers[1]);
          expect(Math.abs(0.9 * m.numbers[0] + 0.1 * m.numbers[1] - m.gives)).toBeLessThanOrEqual(
            terms * 1e-7,
          );
          expect(0.999 * v.numbers[0] + 0.001 * v.numbers[1] ** 2).toBeCloseTo(
            v.gives,
            -Math.log10(v.gives * 2e-7),
          );
          expect(Math.abs(m1.numbers[0] / (1 - 0.9 ** t) - m1.gives)).toBeLessThanOrEqual(
            unit(m1.gives, 8) * 6,
          );
          expect(Math.abs(v1.numbers[0] / (1 - 0.999 ** t) - v1.gives)).toBeLessThanOrEqual(
            unit(v1.gives, 8) * 6,
          );
        },
      ),
      { numRuns: 500 },
    );
  },
);
