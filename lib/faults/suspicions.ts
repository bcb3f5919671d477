import { shuffler } from 'd3-array';
import { randomLcg } from 'd3-random';

/** What can be broken in a run, one thing at a time. */
export const FAULTS = ['labels', 'zeros', 'rate', 'linear', 'range', 'order', 'missing', 'few'] as const;
export type Fault = (typeof FAULTS)[number];
/** What the learner may suspect: one of the faults, or that all is well. */
export type Suspicion = Fault | 'none';

/** All that can be suspected. */
export const SUSPICIONS: readonly Suspicion[] = [...FAULTS, 'none'];

/** What is broken in a case, if anything: of nine cases one after the other each comes once, in an order of their own. */
export function suspicionOf(number: number): Suspicion {
  const round = Math.floor((number - 1) / SUSPICIONS.length);
  return shuffler(randomLcg(round + 1))([...SUSPICIONS])[(number - 1) % SUSPICIONS.length];
}
