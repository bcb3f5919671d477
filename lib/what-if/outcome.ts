import { maxIndex } from 'd3-array';
import type { ClassChange } from './ledger';

/** A change of the prediction, described by two classes. */
export interface Outcome {
  /** The class that the original was taken for. */
  readonly first: ClassChange;
  /** The class that it is taken for now or, if that is still the first, the one that gained most. */
  readonly second: ClassChange;
  /** Whether the answer is another class now. */
  readonly turned: boolean;
}

/** A smaller gain shows in no percentage: then the runner-up is named. */
const SEEN = 0.0005;

/** What became of the answer. Both hold one probability per class, at least two of them. */
export function outcomeOf(before: ArrayLike<number>, after: ArrayLike<number>): Outcome {
  const changes = Array.from(before, (was, unit): ClassChange => ({ unit, before: was, after: after[unit] }));
  const first = changes[maxIndex(changes, (change) => change.before)];
  const best = changes[maxIndex(changes, (change) => change.after)];
  if (best !== first) return { first, second: best, turned: true };
  const others = changes.filter((change) => change !== first);
  const gained = others[maxIndex(others, (change) => change.after - change.before)];
  const next = others[maxIndex(others, (change) => change.after)];
  return { first, second: gained.after - gained.before >= SEEN ? gained : next, turned: false };
}
