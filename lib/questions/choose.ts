import { type Cell, cellAt, type Tensor } from '@/lib/tensor/tensor';
import type { Random } from './question';

/** The most values that are examined before a task is given up, so that the page does not block. */
const MOST_TRIES = 400;
/** The largest must lead by this share of it, and by this much, so that the two differ with four decimals. */
const LEAD_SHARE = 0.01;
const LEAD = 0.0002;

const shared = (a: number, b: number): number => (b === 0 ? a : shared(b, a % b));

/**
 * Every whole number below `count` once, in an order that `random` chooses, without building a list of them.
 */
function* wander(count: number, random: Random): Generator<number> {
  const start = Math.floor(random() * count);
  let step = 1 + Math.floor(random() * count);
  while (shared(step, count) !== 1) step++;
  for (let turn = 0; turn < count; turn++) yield (start + turn * step) % count;
}

/** The first non-null result of `attempt` over the values in an order that `random` chooses. */
export function firstOf<Found>(
  { shape, values }: Tensor,
  random: Random,
  likely: (value: number, at: number) => boolean,
  attempt: (cell: Cell) => Found | null,
): Found | null {
  let tries = 0;
  for (const at of wander(values.length, random)) {
    if (!likely(values[at], at)) continue;
    const found = attempt(cellAt(shape, at));
    if (found !== null || ++tries >= MOST_TRIES) return found;
  }
  return null;
}

/** The indices of numbers, largest first; of equals the first. */
export const ranked = (numbers: readonly number[]): number[] =>
  numbers.map((_, at) => at).sort((a, b) => numbers[b] - numbers[a]);

/**
 * The index of the largest number, where it leads so clearly that nobody has to guess; otherwise null. Never
 * that of 0 or less.
 */
export function standout(numbers: readonly number[]): number | null {
  const [first, second] = ranked(numbers);
  if (first === undefined || !(numbers[first] > LEAD)) return null;
  if (second === undefined) return first;
  const lead = numbers[first] - numbers[second];
  return lead > LEAD && lead > LEAD_SHARE * numbers[first] ? first : null;
}
