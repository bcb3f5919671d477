import { ascending, group, range, shuffler } from 'd3-array';
import { randomLcg } from 'd3-random';
import { inFull, type TrainingSettings } from '@/lib/network/settings';
import { streamOf } from './streams';

/** Separates the random stream of the image order from that of the initial weights. */
const STREAM = 0x5eed;

/** The images of an epoch in their order, batch by batch. */
export class EpochOrder {
  private readonly order: readonly number[];
  /** How often each image came before. */
  private readonly turns: readonly number[];

  constructor(
    private readonly settings: TrainingSettings,
    epoch: number,
    labels: ArrayLike<number>,
  ) {
    this.order = orderOf(settings, epoch, labels);
    this.turns = turnsOf(this.order);
  }

  /** How many images are met, one that comes again counted again. */
  get images(): number {
    return this.order.length;
  }

  get batches(): number {
    return Math.ceil(this.order.length / this.settings.batchSize);
  }

  /** The places of a batch's images, and how often each came before in this epoch. */
  batch(number: number): { readonly places: readonly number[]; readonly turns: readonly number[] } {
    const { batchSize } = this.settings;
    const [from, to] = [number * batchSize, (number + 1) * batchSize];
    return { places: this.order.slice(from, to), turns: this.turns.slice(from, to) };
  }
}

/**
 * The order of images with these labels in an epoch (from 1). The same seed gives the same orders. Without
 * shuffling they come class after class, as images are often sorted in folders. With balanced classes it may have an
 * image several times, and others not at all.
 */
export function orderOf(
  settings: TrainingSettings,
  epoch: number,
  labels: ArrayLike<number>,
): readonly number[] {
  const { seed, shuffle: shuffled, balance } = inFull(settings);
  if (balance) return balancedOrder(seed, epoch, labels, shuffled);
  const order = range(labels.length);
  if (!shuffled) return order.sort((a, b) => ascending(labels[a], labels[b]));
  const shuffle = shuffler(randomLcg(seed ^ STREAM));
  // One stream for the whole run: each epoch shuffles the order of the one before.
  for (let turn = 0; turn < epoch; turn++) shuffle(order);
  return order;
}

/**
 * As many images as there are, but of every class the same number: weighted sampling. Large classes are drawn from
 * without repetition, small ones begin anew once all of their images have come. Each epoch draws by itself.
 *
 * Sampling, instead of a weight for each class in the loss: the loss stays the mean over what is met, and no step is
 * large because its batch happens to have the one image of a rare class.
 */
function balancedOrder(
  seed: number,
  epoch: number,
  labels: ArrayLike<number>,
  shuffled: boolean,
): readonly number[] {
  const classes = [...group(range(labels.length), (place) => labels[place])].sort(([a], [b]) =>
    ascending(a, b),
  );
  const each = Math.floor(labels.length / classes.length);
  const rest = labels.length % classes.length;
  const drawn = classes.flatMap(([label, places], at) => {
    const own = shuffler(streamOf(seed, 'balance', epoch, label))([...places]);
    // What doesn't divide evenly goes to other classes each epoch.
    const one = (at + epoch) % classes.length < rest ? 1 : 0;
    return range(each + one).map((turn) => own[turn % own.length]);
  });
  return shuffled ? shuffler(streamOf(seed, 'balance', epoch))(drawn) : drawn;
}

/** How often each image of an order came before in it. */
export function turnsOf(order: readonly number[]): readonly number[] {
  const met = new Map<number, number>();
  return order.map((place) => {
    const turn = met.get(place) ?? 0;
    met.set(place, turn + 1);
    return turn;
  });
}
