import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REFERENCE } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import { costOf, timeLeft } from '@/lib/experiment/cost';
import { curveOf } from '@/lib/experiment/curves';
import { asCsv, asJson } from '@/lib/experiment/export';
import {
  CHOICES,
  conditionOf,
  FACTORS,
  type Factor,
  FIRST_VARIANTS,
  factorsOf,
  isChoice,
} from '@/lib/experiment/factors';
import { conditionOfRun, nextRun, type Plan, runsOf } from '@/lib/experiment/plan';
import { FIRST_PLAN, type PlanText, readPlan } from '@/lib/experiment/read-plan';
import { inFull } from '@/lib/network/settings';
import type { Subject } from '@/lib/network/subject';
import { must } from '@/lib/result';
import { differingSettings } from '@/lib/run/compare';
import { PLAN, runsWith } from './support';

const readOf = (change: Partial<PlanText>) => readPlan({ ...FIRST_PLAN, ...change }, COURSE);

/** A different subject: small grey images of two classes, half as many filters in the second convolution. */
const DIGITS: Subject = {
  ...COURSE,
  id: 'digits',
  architecture: {
    name: 'digits',
    input: [28, 28, 1],
    classes: ['0', '1'],
    layers: [
      { id: 'input', kind: 'input' },
      { id: 'a', kind: 'conv2d', filters: 8, kernel: 3, stride: 1, padding: 'same', activation: 'relu' },
      { id: 'b', kind: 'conv2d', filters: 4, kernel: 3, stride: 1, padding: 'same', activation: 'relu' },
      { id: 'flatten', kind: 'flatten' },
      { id: 'output', kind: 'dense', units: 2, activation: 'softmax' },
    ],
  },
  dataSet: {
    ...COURSE.dataSet,
    classes: ['0', '1'],
    shape: [28, 28, 1],
    counts: { training: 400, heldOut: 50 },
  },
};

describe('the networks of a plan', () => {
  it.each(FACTORS)('of %s, the first variants can be used and differ in nothing else', (factor) => {
    const { plan } = readOf({ factor, variants: FIRST_VARIANTS[factor] });
    if (!plan) throw new Error('no plan');
    const conditions = plan.variants.map((_, variant) => conditionOfRun(COURSE, plan, { variant, seed: 5 }));
    const differing = differingSettings(conditions.map(({ settings }) => settings));
    const expected: Partial<Record<Factor, string[]>> = {
      filters: [],
      augmentation: ['mirror', 'shift', 'jitter'],
    };
    expect(differing).toEqual(expected[factor] ?? [factor]);
    const filters = conditions.map(({ architecture }) =>
      architecture.layers.flatMap((layer) => (layer.kind === 'conv2d' ? [layer.filters] : [])),
    );
    if (factor === 'filters')
      expect(filters).toEqual([
        [4, 8],
        [16, 32],
        [32, 64],
      ]);
    else expect(conditions.every(({ architecture }) => architecture === REFERENCE)).toBe(true);
    for (const { settings } of conditions) expect(settings.seed).toBe(5);
  });

  it('are the network of the lessons where the number of filters is that of the lessons', () => {
    const { architecture } = must(
      conditionOf(COURSE, { factor: 'filters', value: '32' }, FIRST_PLAN.settings),
    );
    expect(architecture.layers).toEqual(REFERENCE.layers);
  });

  it('are the subject’s: other filters keep their proportion, and its classes and counts hold', () => {
    const { plan } = readPlan({ ...FIRST_PLAN, factor: 'filters', variants: ['4', '12'] }, DIGITS);
    if (!plan) throw new Error('no plan');
    const trained = plan.variants.map((_, variant) => conditionOfRun(DIGITS, plan, { variant, seed: 1 }));
    expect(
      trained.map(({ architecture: { input, layers } }) => [
        input,
        layers.flatMap((layer) => (layer.kind === 'conv2d' ? [layer.filters] : [])),
      ]),
    ).toEqual([
      [
        [28, 28, 1],
        [4, 2],
      ],
      [
        [28, 28, 1],
        [12, 6],
      ],
    ]);
    expect(
      readPlan({ ...FIRST_PLAN, factor: 'images', variants: ['100', '500'] }, DIGITS).problems,
    ).toMatchObject({ variants: [null, expect.stringMatching(/400/)] });
    expect(factorsOf(DIGITS)).toEqual(FACTORS);
    const layers = DIGITS.architecture.layers.filter(({ kind }) => kind !== 'conv2d');
    const dense = { ...DIGITS, architecture: { ...DIGITS.architecture, layers } };
    expect(factorsOf(dense)).toEqual(FACTORS.filter((factor) => factor !== 'filters'));
  });

  it('can be trained for every value of every choice', () => {
    for (const factor of FACTORS.filter(isChoice))
      for (const value of CHOICES[factor])
        expect(conditionOf(COURSE, { factor, value }, FIRST_PLAN.settings).ok).toBe(true);
    expect(conditionOf(COURSE, { factor: 'optimizer', value: 'magic' }, FIRST_PLAN.settings).ok).toBe(false);
  });

  it('use the same seeds for all variants, and all runs of a seed come before the next', () => {
    expect(runsOf(PLAN).map(({ variant, seed }) => [seed, variant])).toEqual(
      [7, 8, 9].flatMap((seed) => [0, 1, 2].map((variant) => [seed, variant])),
    );
  });

  it('continue with the first run that is not finished', () => {
    const runs = runsWith(PLAN, [[0.1, 0.2], [0.1], [0.1]]);
    expect(nextRun({ plan: PLAN, runs })).toEqual({ variant: 1, seed: 8 });
    const all = runsWith(PLAN, [
      [0.1, 0.2, 0.3],
      [0.1, 0.2, null],
      [0.1, 0.2, 0.3],
    ]);
    expect(nextRun({ plan: PLAN, runs: all })).toBeNull();
  });
});

describe('the form', () => {
  it('gives the plan that its fields describe', () => {
    const { plan } = readPlan(FIRST_PLAN, COURSE);
    expect(plan).toMatchObject({ factor: 'learningRate', variants: ['0.0001', '0.001', '0.01'], repeats: 5 });
    expect(plan && inFull(plan.settings)).toMatchObject({ batchSize: 10, epochs: 3, images: 300, seed: 1 });
  });

  it('treats two spellings of a number as the same variant, and says so', () => {
    const { plan, problems } = readOf({ variants: ['0.001', '1e-3', '0.01'] });
    expect(plan).toBeNull();
    expect(problems.variants).toEqual([null, expect.stringMatching(/variant 1 once more/), null]);
  });

  it.each([
    ['learningRate', ['0.001', '-1'], /negative/],
    ['learningRate', ['0.001', ''], /Give a learning rate/],
    ['batchSize', ['10', '301'], /larger than the 300 training images/],
    ['filters', ['8', '65'], /whole number from 1 to 64/],
    ['filters', ['8', '2.5'], /number of filters/],
    ['images', ['100', ''], /Give a number of images/],
    ['images', ['100', '5'], /never met/],
    ['dropout', ['0', '0.95'], /from 0 to 0.9/],
  ] as const)('%s %j gets one sentence, at that variant', (factor, variants, sentence) => {
    const { plan, problems } = readOf({ factor, variants });
    expect(plan).toBeNull();
    expect(problems.variants).toEqual([null, expect.stringMatching(sentence)]);
  });

  it.each(['1', '21', '2.5', '', 'many'])('rejects %j as a number of seeds', (repeats) => {
    const { plan, problems } = readOf({ repeats });
    expect(plan).toBeNull();
    expect(problems.repeats).toMatch(/whole number from 2 to 20/);
  });

  it('never counts seeds beyond the largest one', () => {
    const settings = { ...FIRST_PLAN.settings, seed: '999996' };
    expect(readOf({ settings, repeats: '4' }).plan).not.toBeNull();
    expect(readOf({ settings, repeats: '5' }).problems.settings.seed).toMatch(/begin lower/);
  });

  it('validates a fixed setting by itself, and does not ask for the varied one there', () => {
    const settings = { ...FIRST_PLAN.settings, epochs: '0', learningRate: 'x' };
    const { plan, problems } = readOf({ settings });
    expect(plan).toBeNull();
    expect(Object.keys(problems.settings)).toEqual(['epochs']);
  });

  it('gives a plan that can be trained or a sentence, whatever is typed', () => {
    const typed = fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String));
    fc.assert(
      fc.property(
        fc.constantFrom(...FACTORS),
        fc.array(typed, { maxLength: 5 }),
        typed,
        (factor, variants, repeats) => {
          const { plan, problems } = readOf({ factor, variants, repeats });
          if (plan)
            for (const run of runsOf(plan)) expect(() => conditionOfRun(COURSE, plan, run)).not.toThrow();
          else
            expect(
              [...problems.variants, problems.repeats, ...Object.values(problems.settings)].some(Boolean) ||
                variants.length < 2 ||
                variants.length > 4,
            ).toBe(true);
        },
      ),
    );
  });
});

describe('the cost', () => {
  it('is the sum of all forward passes, a step counting as three', () => {
    // 9 runs: 40 images in one epoch of steps, 40 before it, and twice 200 validation and 200 test images; 2 ms each.
    expect(costOf(COURSE, PLAN, 2)).toBe(9 * (3 * 40 + 40 + 2 * 400) * 2);
  });

  it('grows with the filters', () => {
    const of = (filters: string): Plan => ({ ...PLAN, factor: 'filters', variants: [filters, '32'] });
    expect(costOf(COURSE, of('8'), 2)).toBeLessThan(costOf(COURSE, of('31'), 2));
  });

  it('is estimated for the remaining runs from the finished ones', () => {
    const runs = runsWith(PLAN, [[0.1], [0.2], [0.3]]);
    expect(timeLeft({ plan: PLAN, runs }, 0.5)).toBe(550);
    expect(timeLeft({ plan: PLAN, runs: [] }, 0)).toBeNull();
  });
});

it('a curve has the mean of the runs between their extremes, and only the epochs that were reached', () => {
  const runs = runsWith(PLAN, [[0.2, 0.4, null]]);
  const curve = curveOf({ plan: PLAN, runs }, 0, 'accuracy');
  expect(curve).toHaveLength(2);
  expect(curve[1]).toMatchObject({ epoch: 1, low: 0.2, high: 0.4 });
  expect(curve[1].mean).toBeCloseTo(0.3);
  expect(curveOf({ plan: PLAN, runs }, 1, 'accuracy')).toEqual([]);
});

it('an experiment is exported as CSV and JSON with all figures, and an empty field where a figure is not a number', () => {
  const [run] = runsWith(PLAN, [[0.25]]);
  const broken = { ...run, seed: 8, broke: 'x', epochs: [{ ...run.epochs[0], heldOutLoss: Number.NaN }] };
  const experiment = {
    begunAt: 1,
    subject: COURSE.id,
    plan: { ...PLAN, variants: ['a,b', 'c'] },
    runs: [run, broken],
  };
  expect(asCsv(experiment).split('\r\n')).toEqual([
    'variant,seed,epoch,loss,accuracy,heldOutLoss,heldOutAccuracy,broke off',
    '"a,b",7,0,1.9,0.1,1.9,0.1,no',
    '"a,b",7,1,1.75,0.25,1.75,0.25,no',
    '"a,b",8,0,1.9,0.1,,0.1,yes',
    '',
  ]);
  expect(JSON.parse(asJson(experiment)).runs[1].epochs[0].heldOutLoss).toBeNull();
});
