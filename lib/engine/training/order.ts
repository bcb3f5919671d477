import { ascending, range, shuffler } from 'd3-array';
import { randomLcg } from 'd3-random';
import { inFull, type TrainingSettings } from '@/lib/network/settings';

/** Separates the random stream of the image order from that of the initial weights. */
const STREAM = 0x5eed;

/**
 * The order of images with these labels in an epoch (from 1). The same seed gives the same orders. Without
 * shuffling they come class after class, as images are often sorted in folders.
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
  // One stream for the whole run: each epoch shuffles the order of the one before.
  for (let turn = 0; turn < epoch; turn++) shuffle(order);
  return order;
}
