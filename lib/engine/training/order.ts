import { ascending, range, shuffler } from 'd3-array';
import { randomLcg } from 'd3-random';
import { inFull, type TrainingSettings } from '@/lib/network/settings';

/** Keeps the stream that orders images apart from the one that draws the first weights. */
const STREAM = 0x5eed;

/**
 * The order in which an epoch (from 1) meets images with these labels. The same seed gives the same orders. Not
 * shuffled they come class after class, as images often lie in their folders.
 */
export function orderOf(
  settings: TrainingSettings,
  epoch: number,
  labels: ArrayLike<number>,
): readonly number[] {
  const { seed, shuffle: shuffled } = inFull(settings);
  const order = range(labels.length);
  if (!shuffled) return order.sort((a, b) => ascending(labels[a], labels[b]));
  const shuffle = shuffler(randomLcg(seed ^ STREAM));
  // One stream for the whole run: each epoch shuffles what the one before left.
  for (let turn = 0; turn < epoch; turn++) shuffle(order);
  return order;
}
