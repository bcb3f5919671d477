/** What the network, which has seen drawings alone, predicts for photographs of the same classes. */
import { accuracyOf, confidenceOf } from './answers';
import { type Claim, ONE_IMAGE } from './claim';

const ON_PHOTOGRAPHS = { on: ['photographs'], form: 'percent', tolerance: ONE_IMAGE } as const;

export const PHOTOGRAPH_CLAIMS = {
  photographsRight: {
    ...ON_PHOTOGRAPHS,
    holds: [0.08, 0.25],
    measure: async (measured) => accuracyOf(await measured.predict('photographs')),
  },
  photographsConfidence: {
    ...ON_PHOTOGRAPHS,
    holds: [0.45, 0.85],
    measure: async (measured) => confidenceOf(await measured.predict('photographs')),
  },
} satisfies Record<string, Claim>;
