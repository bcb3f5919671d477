import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REFERENCE_FACTS } from '@/lib/course/facts';
import { type EpochPoint, heldOutNoise, runFactsOf, testNoise } from '@/lib/run/curve';
import { observe } from '@/lib/run/observations';
import type { RuleName } from '@/lib/run/rule';

const FACTS = runFactsOf(10, { training: 1000, heldOut: 200, test: 200 });

type Row = readonly [
  loss: number,
  accuracy: number,
  heldOutLoss?: number,
  heldOutAccuracy?: number,
  testLoss?: number,
  testAccuracy?: number,
];

/** Epochs 1, 2, ... from rows of numbers. */
const curve = (rows: readonly Row[], first = 1): EpochPoint[] =>
  rows.map(([loss, accuracy, heldOutLoss, heldOutAccuracy, testLoss, testAccuracy], at) => ({
    epoch: first + at,
    loss,
    accuracy,
    ...(heldOutLoss === undefined ? {} : { heldOutLoss, heldOutAccuracy }),
    ...(testLoss === undefined ? {} : { testLoss, testAccuracy }),
  }));

const last = (rows: readonly Row[]) => observe(curve(rows), FACTS)[rows.length - 1];

/** For each rule, a curve whose last epoch triggers it, and a similar one that must not. */
const CASES: Record<RuleName, { fires: readonly Row[]; not: readonly Row[] }> = {
  noNumber: {
    fires: [
      [1.9, 0.3],
      [Number.NaN, 0.1],
    ],
    not: [
      [1.9, 0.3],
      [1.6, 0.4],
    ],
  },
  goesOn: { fires: [], not: [[0.9, 0.7]] },
  untrained: { fires: [], not: [[2.3, 0.1]] },
  diverged: {
    fires: [
      [1.9, 0.3],
      [40, 0.1],
    ],
    not: [
      [1.9, 0.3],
      [2.2, 0.2],
    ],
  },
  nearChance: {
    fires: [
      [2.3, 0.1],
      [2.3, 0.12],
    ],
    not: [
      [2.3, 0.1],
      [2.1, 0.25],
    ],
  },
  roughStart: { fires: [[2.73, 0.257, 1.88, 0.33]], not: [[2.2, 0.257, 1.88, 0.33]] },
  slowStart: { fires: [[2.2, 0.19]], not: [[1.85, 0.35]] },
  goodStart: { fires: [[1.85, 0.35]], not: [[2.2, 0.19]] },
  heldOutTurns: {
    fires: [
      [1.2, 0.6, 1.5, 0.55],
      [1.0, 0.65, 1.6, 0.55],
    ],
    not: [
      [1.2, 0.6, 1.5, 0.55],
      [1.0, 0.65, 1.4, 0.57],
    ],
  },
  heldOutRising: {
    fires: [
      [1.2, 0.6, 1.5, 0.55],
      [1.0, 0.65, 1.6, 0.55],
      [0.8, 0.7, 1.8, 0.55],
    ],
    // The validation loss is up, but so is the training loss: that is not overfitting.
    not: [
      [1.2, 0.6, 1.5, 0.55],
      [1.0, 0.65, 1.6, 0.55],
      [1.3, 0.6, 1.8, 0.55],
    ],
  },
  gapOpens: {
    fires: [
      [1.4, 0.5, 1.5, 0.47],
      [1.1, 0.62, 1.45, 0.48],
    ],
    not: [
      [1.4, 0.5, 1.5, 0.47],
      [1.1, 0.62, 1.2, 0.6],
    ],
  },
  fastFall: {
    fires: [
      [1.85, 0.35],
      [1.2, 0.55],
    ],
    not: [
      [1.85, 0.35],
      [1.7, 0.4],
    ],
  },
  gapWidens: {
    fires: [
      [1.1, 0.62, 1.4, 0.48],
      [0.95, 0.7, 1.38, 0.49],
    ],
    not: [
      [1.1, 0.62, 1.4, 0.48],
      [0.95, 0.64, 1.38, 0.49],
    ],
  },
  anotherHand: {
    fires: [
      [1.5, 0.5, 1.6, 0.48, 1.7, 0.47],
      [1.2, 0.58, 1.3, 0.56, 1.8, 0.41],
    ],
    not: [
      [1.5, 0.5, 1.6, 0.48, 1.7, 0.47],
      [1.2, 0.58, 1.3, 0.56, 1.4, 0.5],
    ],
  },
  bestHeldOut: {
    fires: [
      [1.5, 0.45, 1.6, 0.42],
      [1.3, 0.53, 1.4, 0.5],
    ],
    not: [
      [1.5, 0.45, 1.6, 0.42],
      [1.3, 0.48, 1.5, 0.43],
    ],
  },
  setback: {
    fires: [
      [1.2, 0.6],
      [1.35, 0.55],
    ],
    not: [
      [1.2, 0.6],
      [1.15, 0.62],
    ],
  },
  nothingLeft: {
    fires: [
      [0.15, 0.96],
      [0.13, 0.975],
    ],
    not: [
      [0.4, 0.86],
      [0.35, 0.88],
    ],
  },
  milestone: {
    fires: [
      [0.75, 0.72],
      [0.65, 0.78],
    ],
    not: [
      [0.75, 0.76],
      [0.65, 0.78],
    ],
  },
  plateau: {
    fires: [
      [0.9, 0.65],
      [0.895, 0.652],
    ],
    not: [
      [0.9, 0.65],
      [0.8, 0.69],
    ],
  },
  levelling: {
    fires: [
      [1.85, 0.3],
      [1.2, 0.55],
      [1.16, 0.57],
    ],
    not: [
      [1.85, 0.3],
      [1.2, 0.55],
      [1.0, 0.62],
    ],
  },
  slowing: {
    fires: [
      [1.0, 0.6],
      [0.8, 0.66],
      [0.7, 0.69],
    ],
    not: [
      [1.0, 0.6],
      [0.8, 0.66],
      [0.62, 0.71],
    ],
  },
  steady: {
    fires: [
      [1.0, 0.6],
      [0.8, 0.66],
      [0.62, 0.71],
    ],
    not: [
      [1.0, 0.6],
      [0.8, 0.66],
      [0.7, 0.69],
    ],
  },
};

describe('each rule applies where its pattern occurs and is silent elsewhere', () => {
  for (const [name, { fires, not }] of Object.entries(CASES)) {
    it(name, () => {
      const start = { untrained: [2.31, 0.1], goesOn: [0.9, 0.7] }[name] as Row | undefined;
      const observed = start ? observe(curve([start], 0), FACTS)[0] : last(fires);
      expect(observed.rule).toBe(name);
      expect(last(not).rule).not.toBe(name);
    });
  }
});

const figure = fc.oneof(
  fc.double({ min: 0, max: 5, noNaN: true }),
  fc.double({ min: 0, max: 1e9, noNaN: true }),
  fc.constantFrom(0, Number.NaN, Number.POSITIVE_INFINITY),
);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyRow: fc.Arbitrary<Row> = fc.oneof(
  fc.tuple(figure, share),
  fc.tuple(figure, share, figure, fc.oneof(share, fc.constant(Number.NaN))),
);

describe('any curve', () => {
  it('gets one sentence an epoch, in order, with a number in it', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 20 }), fc.integer({ min: 0, max: 1 }), (rows, first) => {
        const points = curve(rows, first);
        const observed = observe(points, FACTS);
        expect(observed.map(({ epoch }) => epoch)).toEqual(points.map(({ epoch }) => epoch));
        for (const { sentence, title } of observed) {
          expect(sentence).toMatch(/^[A-Z0-9<>].*\.$/);
          expect(sentence).toMatch(/\d|NaN|Infinity/);
          expect(sentence).not.toMatch(/undefined|null|-0\b|\. [A-Z]/);
          expect(title.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('is not described differently once more epochs have been recorded', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 2, maxLength: 12 }), (rows) => {
        const points = curve(rows);
        expect(observe(points.slice(0, -1), FACTS)).toEqual(observe(points, FACTS).slice(0, -1));
      }),
    );
  });

  it('tells over-confidence from memorizing by the accuracy', () => {
    const sentences = (accuracies: readonly [number, number]) =>
      observe(
        curve([
          [1.2, 0.6, 1.5, 0.55],
          [1.0, 0.65, 1.6, accuracies[0]],
          [0.8, 0.7, 1.8, accuracies[1]],
        ]),
        FACTS,
      )
        .filter(({ rule }) => rule === 'heldOutTurns' || rule === 'heldOutRising')
        .map(({ sentence }) => sentence);
    expect(sentences([0.59, 0.6])).toEqual([
      expect.stringMatching(/clearly higher than then, 59.* after 55.*surer than it is right/),
      expect.stringMatching(/clearly higher than then, 60.*overconfidence/),
    ]);
    expect(sentences([0.5, 0.49])).toEqual([
      expect.stringMatching(/clearly lower than then, 50.* after 55.*on the training images only/),
      expect.stringMatching(/clearly lower than then, 49/),
    ]);
    expect(sentences([0.57, 0.53])).toEqual([
      expect.stringMatching(/57.* after 55.*not changed by more than chance/),
      expect.stringMatching(/53.* after 55.*not changed by more than chance/),
    ]);
  });

  it('counts originals, not copies, in what is chance', () => {
    const copies = runFactsOf(10, {
      training: 1000,
      heldOut: 200,
      test: 200,
      sources: { heldOut: [20, 29], test: [77] },
    });
    expect(heldOutNoise(0.5, FACTS)).toBeCloseTo(Math.sqrt(0.25 / 200), 12);
    expect(heldOutNoise(0.5, copies)).toBeCloseTo(Math.sqrt(0.25 / 49), 12);
    expect(testNoise(0.5, copies)).toBeCloseTo(Math.sqrt(0.25 / 77), 12);
    // Five points more: news of 200 independent images, not of 49.
    const best = (facts: typeof FACTS) =>
      observe(
        curve([
          [1.6, 0.42, 1.6, 0.4],
          [1.55, 0.45, 1.55, 0.45],
        ]),
        facts,
      )[1].rule;
    expect(best(FACTS)).toBe('bestHeldOut');
    expect(best(copies)).not.toBe('bestHeldOut');
  });

  it('says once, with its numbers, what another artist’s hand costs, and not where the test images do as well', () => {
    const of = (test: readonly number[]) =>
      observe(
        curve([
          [1.5, 0.5, 1.6, 0.48, 1.7, test[0]],
          [1.45, 0.52, 1.55, 0.5, 1.8, test[1]],
          [1.4, 0.54, 1.5, 0.52, 1.9, test[2]],
        ]),
        FACTS,
      ).filter(({ rule }) => rule === 'anotherHand');
    const [said, ...others] = of([0.46, 0.3, 0.31]);
    expect(others).toEqual([]);
    expect(said.epoch).toBe(2);
    for (const number of [/50/, /30/, /20 points/]) expect(said.sentence).toMatch(number);
    expect(of([0.48, 0.5, 0.55])).toEqual([]);
  });

  it('never mentions overfitting when nothing was held out', () => {
    const rules = new Set([
      'heldOutTurns',
      'heldOutRising',
      'gapOpens',
      'gapWidens',
      'anotherHand',
      'bestHeldOut',
    ]);
    fc.assert(
      fc.property(fc.array(fc.tuple(figure, share), { maxLength: 12 }), (rows) => {
        expect(observe(curve(rows), FACTS).filter(({ rule }) => rules.has(rule))).toEqual([]);
      }),
    );
  });
});

describe('the textbook’s trace', () => {
  const observed = observe(REFERENCE_FACTS.trainingTrace, FACTS);
  it('starts well, falls fast, and levels off', () => {
    expect(observed[0].rule).toBe('goodStart');
    expect(observed[1].rule).toBe('fastFall');
    expect(observed[observed.length - 1].rule).toBe('levelling');
  });
  it('has its own numbers in its sentences', () => {
    for (const [at, { loss }] of REFERENCE_FACTS.trainingTrace.entries())
      expect(observed[at].sentence).toContain(loss.toFixed(2));
  });
});
