import { range, shuffler } from 'd3-array';
import { randomLcg } from 'd3-random';

/** Keeps the stream that orders pictures apart from the one that draws the first weights. */
const STREAM = 0x5eed;

/** The order in which an epoch (from 1) meets `count` pictures. The same seed gives the same orders. */
export function orderOf(seed: number, epoch: number, count: number): readonly number[] {
  const shuffle = shuffler(randomLcg(seed ^ STREAM));
  const order = range(count);
  // One stream for the whole run: each epoch shuffles what the one before left.
  for (let turn = 0; turn < epoch; turn++) shuffle(order);
  return order;
}
