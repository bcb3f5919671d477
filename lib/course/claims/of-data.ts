/** How often the network is right, and how sure that figure is: copies of one drawing are no independent images. */
import { CLASSES } from '@/lib/course/reference';
import type { MeasuredSet } from '@/lib/engine/examine-protocol';
import { clusteredMean, type MeanRange } from '@/lib/metrics/clustered';
import { accuracyOf, confidenceOf, hitsOf } from './answers';
import { type Claim, type Measured, ONE_IMAGE } from './claim';

/** The accuracy on test images, with an interval that counts drawings. */
const range = async (measured: Measured): Promise<MeanRange> =>
  clusteredMean(hitsOf(await measured.predict('test')), measured.originals.test);

/** The same, as if every image were a drawing of its own. */
const naive = async (measured: Measured): Promise<MeanRange> => {
  const hits = hitsOf(await measured.predict('test'));
  return clusteredMean(hits, [...hits.keys()]);
};

/** For each test image of a frog, which drawing it shows. */
async function frogs(measured: Measured): Promise<readonly number[]> {
  const { labels } = await measured.predict('test');
  return measured.originals.test.filter((_, image) => CLASSES[labels[image]] === 'frog');
}

const POINTS = { form: 'decimals', decimals: 1, tolerance: 100 * ONE_IMAGE } as const;

/** By how many percentage points the accuracy on one set is ahead of that on another. */
const pointsBetween = async (measured: Measured, ahead: MeasuredSet, behind: MeasuredSet): Promise<number> =>
  100 * (accuracyOf(await measured.predict(ahead)) - accuracyOf(await measured.predict(behind)));

const FROGS = { on: ['test'], form: 'count', tolerance: 0 } as const;

const TEST_SHARE = { on: ['test'], form: 'percent', tolerance: ONE_IMAGE } as const;

export const DATA_CLAIMS = {
  testAccuracy: {
    ...TEST_SHARE,
    holds: [0.53, 0.66],
    measure: async (measured) => accuracyOf(await measured.predict('test')),
  },
  testAccuracyLow: {
    ...TEST_SHARE,
    tolerance: 0.01,
    holds: [0.42, 0.55],
    measure: async (measured) => (await range(measured)).low,
  },
  testAccuracyHigh: {
    ...TEST_SHARE,
    tolerance: 0.01,
    holds: [0.6, 0.75],
    measure: async (measured) => (await range(measured)).high,
  },
  naiveLow: {
    ...TEST_SHARE,
    tolerance: 0.01,
    holds: [0.46, 0.57],
    measure: async (measured) => (await naive(measured)).low,
  },
  naiveHigh: {
    ...TEST_SHARE,
    tolerance: 0.01,
    holds: [0.6, 0.7],
    measure: async (measured) => (await naive(measured)).high,
  },
  validationAccuracy: {
    on: ['heldOut'],
    form: 'percent',
    tolerance: ONE_IMAGE,
    holds: [0.5, 0.65],
    measure: async (measured) => accuracyOf(await measured.predict('heldOut')),
  },
  /** What the network has memorized, in percentage points. */
  memorizedGap: {
    ...POINTS,
    on: ['training', 'heldOut'],
    holds: [20, 70],
    measure: (measured) => pointsBetween(measured, 'training', 'heldOut'),
  },
  /** How far another artist's hand moves it: no further than the few drawings leave uncertain. */
  handGap: {
    ...POINTS,
    on: ['heldOut', 'test'],
    holds: [0, 6],
    measure: async (measured) => Math.abs(await pointsBetween(measured, 'heldOut', 'test')),
  },
  trainingAccuracy: {
    on: ['training'],
    form: 'percent',
    tolerance: 0.002,
    holds: [0.97, 1],
    measure: async (measured) => accuracyOf(await measured.predict('training')),
  },
  trainingConfidence: {
    on: ['training'],
    form: 'decimals',
    tolerance: 0.002,
    holds: [0.9, 1],
    measure: async (measured) => confidenceOf(await measured.predict('training')),
  },
  frogImages: {
    ...FROGS,
    holds: [10, 30],
    measure: async (measured) => (await frogs(measured)).length,
  },
  frogDrawings: {
    ...FROGS,
    holds: [5, 9],
    measure: async (measured) => new Set(await frogs(measured)).size,
  },
} satisfies Record<string, Claim>;
