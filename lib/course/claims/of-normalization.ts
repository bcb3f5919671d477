/** What happens when the division by 255 is forgotten, or red and blue are swapped. */
import { settingOf } from '@/lib/kinds/outside/builders';
import type { Architecture } from '@/lib/network/architecture';
import { accuracyOf, agreementOf, confidenceOf } from './answers';
import { type Claim, ONE_IMAGE } from './claim';

/** The same layers, but what divided by something divides by 1. */
const undivided = (architecture: Architecture): Architecture => ({
  ...architecture,
  layers: architecture.layers.map((layer) => settingOf(layer, 'divisor')?.write('1') ?? layer),
});

function swapped(pixels: Uint8Array): Uint8Array {
  const copy = pixels.slice();
  for (let at = 0; at < copy.length; at += 3) [copy[at], copy[at + 2]] = [pixels[at + 2], pixels[at]];
  return copy;
}

const ON_TEST = { on: ['test'] } as const;

export const NORMALIZATION_CLAIMS = {
  rawAccuracy: {
    ...ON_TEST,
    form: 'percent',
    tolerance: ONE_IMAGE,
    holds: [0.52, 0.63],
    measure: async (measured) =>
      accuracyOf(await measured.predict('test', { architecture: undivided(measured.architecture) })),
  },
  rawSame: {
    ...ON_TEST,
    form: 'percent',
    tolerance: ONE_IMAGE,
    holds: [0.85, 0.99],
    measure: async (measured) =>
      agreementOf(
        await measured.predict('test'),
        await measured.predict('test', { architecture: undivided(measured.architecture) }),
      ),
  },
  rawConfidence: {
    ...ON_TEST,
    form: 'decimals',
    decimals: 6,
    tolerance: 1e-5,
    holds: [0.999, 1],
    measure: async (measured) =>
      confidenceOf(await measured.predict('test', { architecture: undivided(measured.architecture) })),
  },
  confidence: {
    ...ON_TEST,
    form: 'decimals',
    tolerance: 0.005,
    holds: [0.7, 0.95],
    measure: async (measured) => confidenceOf(await measured.predict('test')),
  },
  loss: {
    ...ON_TEST,
    form: 'decimals',
    tolerance: 0.02,
    holds: [1.5, 3.5],
    measure: (measured) => measured.loss('test'),
  },
  rawLoss: {
    ...ON_TEST,
    form: 'decimals',
    decimals: 0,
    tolerance: 5,
    holds: [50, 1000],
    measure: (measured) => measured.loss('test', { architecture: undivided(measured.architecture) }),
  },
  swappedAccuracy: {
    ...ON_TEST,
    form: 'percent',
    tolerance: ONE_IMAGE,
    holds: [0.15, 0.33],
    measure: async (measured) => accuracyOf(await measured.predict('test', { image: swapped })),
  },
} satisfies Record<string, Claim>;
