import { scaleLinear } from 'd3-scale';
import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { axisOf, wholeTicks } from '@/components/charts/axis';
import { frameOf } from '@/components/charts/frame';
import { LineChart } from '@/components/charts/LineChart';
import { ProbabilityBars } from '@/components/charts/ProbabilityBars';
import { LossLine } from '@/components/time/LossLine';
import { epochLines, lossTop } from '@/components/training/train/lines';
import {
  formatCount,
  formatDuration,
  formatNumber,
  formatPercent,
  formatWholePercent,
} from '@/lib/format/format';

/** Any double, including zeros of both signs, subnormals, 1e308, NaN and the infinities. */
const any = fc.oneof(
  fc.double(),
  fc.constantFrom(
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    1e308,
    -1e308,
    5e-324,
    6e36,
  ),
);

describe('an axis of any size', () => {
  it('has few ticks, in rising order, each with a short label that names a number', () => {
    fc.assert(
      fc.property(any, any, fc.constantFrom(undefined, '%'), (low, high, form) => {
        const { domain, ticks } = axisOf([low, high], form);
        expect(domain.every(Number.isFinite)).toBe(true);
        expect(domain[1]).toBeGreaterThan(domain[0]);
        expect(ticks.length).toBeGreaterThan(0);
        expect(ticks.length).toBeLessThanOrEqual(11);
        for (const { at, label } of ticks) {
          expect(scaleLinear(domain, [0, 100])(at)).toBeGreaterThanOrEqual(-1e-6);
          expect(scaleLinear(domain, [0, 100])(at)).toBeLessThanOrEqual(100 + 1e-6);
          expect(label).toMatch(/^−?[\d.,]+(e−?\d+)?[kmµ]?%?$/);
          expect(label.length).toBeLessThanOrEqual(9);
        }
      }),
    );
  });

  it('writes a usual value as before and a huge one with an exponent', () => {
    const labels = (high: number) => axisOf([0, high]).ticks.map(({ label }) => label);
    expect(labels(2.3)).toEqual(['0.0', '0.5', '1.0', '1.5', '2.0', '2.5']);
    expect(labels(30_000)).toEqual(['0', '10k', '20k', '30k']);
    expect(labels(5e36)).toEqual(['0', '1e36', '2e36', '3e36', '4e36', '5e36']);
    expect(labels(2e-7)).toEqual(['0', '5e−8', '1e−7', '1.5e−7', '2e−7']);
  });

  it('reserves room for its longest label', () => {
    expect(frameOf(300, 200, 3)).toEqual(frameOf(300, 200));
    expect(frameOf(300, 200, 8).left).toBeGreaterThan(8 * 7);
  });
});

describe('whole ticks of any domain', () => {
  it('are few, whole and inside the domain', () => {
    fc.assert(
      fc.property(any, any, fc.double({ min: 1, max: 40, noNaN: true }), (low, high, most) => {
        const ticks = wholeTicks([low, high], most);
        expect(ticks.length).toBeLessThanOrEqual(most + 1);
        for (const tick of ticks) {
          expect(Number.isInteger(tick)).toBe(true);
          expect(tick).toBeGreaterThanOrEqual(low);
          expect(tick).toBeLessThanOrEqual(high);
        }
      }),
    );
  });
});

const epochOf = (loss: number, epoch: number) => ({
  epoch,
  loss,
  accuracy: 0.1,
  heldOutLoss: loss,
  heldOutAccuracy: 0.1,
});

const chartOf = (losses: readonly number[]) => {
  const lines = epochLines(losses.map(epochOf), 'loss').map((line) => ({
    ...line,
    band: line.points.map(({ x, y }) => ({ x, low: y, high: 2 * y })),
  }));
  return renderToStaticMarkup(
    createElement(LineChart, {
      title: 'Loss',
      lines,
      x: { label: 'epoch', domain: [0, Math.max(1, losses.length)] },
      y: { domain: [0, lossTop(lines, 2)] },
      cursor: 0,
      reach: [0, 1],
      onCursor: () => {},
      readout: '',
    }),
  );
};

describe('a chart of any values', () => {
  it('draws finite numbers only', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (losses) => {
        expect(chartOf(losses)).not.toMatch(/NaN|Infinity|undefined/);
      }),
    );
  });

  it('names the values that are not finite and where they begin', () => {
    expect(chartOf([1, 0.5, 0.2])).not.toContain('not finite');
    const drawn = chartOf([1, Number.NaN, Number.POSITIVE_INFINITY, 0.2]);
    expect(drawn).toContain('training: 2 values are not finite, first at epoch 1.');
    expect(drawn).toContain('validation: 2 values are not finite, first at epoch 1.');
  });

  it('draws the loss behind the epochs with gaps', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), fc.nat(12), (losses, at) => {
        const epochs = losses.map((loss, epoch) => ({
          ...epochOf(loss, epoch),
          milliseconds: 1,
          learningRate: 1,
          norms: {},
          answers: { training: [], heldOut: [] },
        }));
        const drawn = renderToStaticMarkup(createElement(LossLine, { epochs, at, pinned: -1 }));
        expect(drawn).not.toMatch(/NaN|Infinity|undefined/);
      }),
    );
  });

  it('draws no bar for a probability that is not a number', () => {
    const drawn = renderToStaticMarkup(
      createElement(ProbabilityBars, {
        classes: ['cat', 'dog', 'ship'],
        probabilities: [Number.NaN, 0.5, 7],
      }),
    );
    expect([...drawn.matchAll(/scaleX\(([^)]*)\)/g)].map(([, share]) => share)).toEqual(['0', '0.5', '1']);
  });
});

describe('a number in words', () => {
  const FORMS = { formatNumber, formatCount, formatPercent, formatWholePercent, formatDuration };

  it.each(Object.entries(FORMS))('%s is never longer than a cell', (_, form) => {
    fc.assert(
      fc.property(any, (value) => {
        expect(form(value).length).toBeLessThanOrEqual(24);
        expect(form(value)).not.toMatch(/NaN|Infinity|undefined/);
      }),
    );
  });
});

it('a chart that is hidden has a frame of no size, and none below that', () => {
  const { left, right, top, bottom } = frameOf(0, 0, 4);
  expect(bottom).toBeGreaterThanOrEqual(top);
  expect(right).toBeGreaterThan(left);
});
