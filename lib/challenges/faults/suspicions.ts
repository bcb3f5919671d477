import { shuffler } from 'd3-array';
import { randomLcg } from 'd3-random';

/** The possible faults of a run, one at a time. */
export const FAULTS = ['labels', 'zeros', 'rate', 'linear', 'range', 'order', 'missing', 'few'] as const;
export type Fault = (typeof FAULTS)[number];
/** The learner's possible suspicions: one of the faults, or none. */
export type Suspicion = Fault | 'none';

/** All suspicions. */
export const SUSPICIONS: readonly Suspicion[] = [...FAULTS, 'none'];

/** The fault of a case, if any: nine consecutive cases contain each suspicion once, in shuffled order. */
export function suspicionOf(number: number): Suspicion {
  const round = Math.floor((number - 1) / SUSPICIONS.length);
  return shuffler(randomLcg(round + 1))([...SUSPICIONS])[(number - 1) % SUSPICIONS.length];
}
