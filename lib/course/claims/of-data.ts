/** How often the network is right, and how sure that figure is: copies of one drawing are no independent images. */
import { CLASSES } from '@/lib/course/reference';
import { clusteredMean, type MeanRange } from '@/lib/metrics/clustered';
import { accuracyOf, confidenceOf, hitsOf } from './answers';
import { type Claim, type Measured, ONE_IMAGE } from './claim';

/** The accuracy on test images, with an interval that counts drawings. */
const range = async (measured: Measured): Promise<MeanRange> =>
  clusteredMean(hitsOf(await measured.predict('heldOut')), measured.originals.heldOut);

/** The same, as if every image were a drawing of its own. */
const naive = async (measured: Measured): Promise<MeanRange> => {
  const hits = hitsOf(await measured.predict('heldOut'));
  return clusteredMean(hits, [...hits.keys()]);
};

/** For each test image of a frog, which drawing it shows. */
async function frogs(measured: Measured): Promise<readonly number[]> {
  const { labels } = await measured.predict('heldOut');
  return measured.originals.heldOut.filter((_, image) => CLASSES[labels[image]] === 'frog');
}

const FROGS = { on: ['heldOut'], form: 'count', tolerance: 0 } as const;

const TEST_SHARE = { on: ['heldOut'], form: 'percent', tolerance: ONE_IMAGE } as const;

export const DATA_CLAIMS = {
  testAccuracy: {
    ...TEST_SHARE,
    holds: [0.6, 0.75],
    measure: async (measured) => accuracyOf(await measured.predict('heldOut')),
  },
  testAccuracyLow: {
    ...TEST_SHARE,
    tolerance: 0.01,
    holds: [0.4, 0.65],
    measure: async (measured) => (await range(measured)).low,
  },
  testAccuracyHigh: {
    ...TEST_SHARE,
    tolerance: 0.01,
    holds: [0.7, 0.9],
    measure: async (measured) => (await range(measured)).high,
  },
  naiveLow: {
    ...TEST_SHARE,
    tolerance: 0.01,
    holds: [0.5, 0.67],
    measure: async (measured) => (await naive(measured)).low,
  },
  naiveHigh: {
    ...TEST_SHARE,
    tolerance: 0.01,
    holds: [0.68, 0.8],
    measure: async (measured) => (await naive(measured)).high,
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
    holds: [1, 1],
    measure: async (measured) => new Set(await frogs(measured)).size,
  },
} satisfies Record<string, Claim>;
