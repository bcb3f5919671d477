/** Which images of a set are trained on, which choose between epochs, and which only ever test. */
import { SPLITS, type Split } from '../labelled-set';

const [TRAINING, VALIDATION, TEST] = SPLITS.keys();

/** The share of each class that is drawn for a split, where the set names none itself. */
export const SHARES: Readonly<Record<Exclude<Split, 'training'>, number>> = { validation: 0.1, test: 0.2 };

/** The share of each class that is left to train on there. */
export const TRAINING_SHARE = 1 - SHARES.validation - SHARES.test;

/** More images than any set has: a rank of 32 bits and a place below it are one exact number. */
const PLACES = 2 ** 21;

/** What dividing needs to know of a set's images. */
export interface Undivided {
  readonly labels: ArrayLike<number>;
  /** A place in SPLITS for each image, as the set's folders say; all 0 where they say nothing. */
  readonly splits: ArrayLike<number>;
  /** A number for each image: the same for the same bytes. */
  readonly sums: ArrayLike<number>;
}

/** The places of a set's images, by their use. */
export type Division = Readonly<Record<Split, readonly number[]>>;

/** Images with the same bytes, which are only ever divided together: a run in the order of the draw. */
interface Groups {
  /** The places of the images, those of a group side by side. */
  readonly order: Uint32Array;
  /** Where each group begins in that order, and where the last one ends. */
  readonly starts: readonly number[];
  /** The label of its first image. */
  readonly labels: Uint16Array;
  /** The split that the set names; of several the last, so that no copy of a test image is trained on. */
  readonly splits: Uint8Array;
}

/** Spreads a number over all 32 bits (the last steps of MurmurHash3). */
function scattered(number: number): number {
  let bits = number | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** The places of some whole numbers, from the least number up, equal ones as they come. */
const ordered = (numbers: Uint32Array): Uint32Array =>
  Uint32Array.from(
    Float64Array.from(numbers, (number, place) => number * PLACES + place).sort(),
    (key) => key % PLACES,
  );

/** The groups in the order in which they are drawn. Different bytes have different ranks, as nothing is lost by scattering. */
function* groupsOf({ labels, splits, sums }: Undivided, seed: number): Generator<void, Groups> {
  const salt = scattered(seed + 1);
  const ranks = new Uint32Array(sums.length);
  for (let at = 0; at < ranks.length; at++) ranks[at] = scattered(sums[at] ^ salt);
  yield;
  const order = ordered(ranks);
  yield;
  const groups = { labels: new Uint16Array(order.length), splits: new Uint8Array(order.length) };
  const starts: number[] = [];
  for (let at = 0; at < order.length; at++) {
    const place = order[at];
    if (at === 0 || ranks[order[at - 1]] !== ranks[place]) {
      groups.labels[starts.length] = labels[place];
      starts.push(at);
    }
    const group = starts.length - 1;
    groups.splits[group] = Math.max(groups.splits[group], splits[place]);
  }
  return { ...groups, order, starts: [...starts, order.length] };
}

/** Draws the share of each class for a split from what is left for training. */
function draw({ starts, labels, splits }: Groups, split: number, share: number): void {
  const classes = new Map<number, { images: number; free: number }>();
  for (let group = 0; group + 1 < starts.length; group++) {
    const own = classes.get(labels[group]) ?? { images: 0, free: 0 };
    own.images += starts[group + 1] - starts[group];
    if (splits[group] === TRAINING) own.free += 1;
    classes.set(labels[group], own);
  }
  // At least one of each class, but never the last one that can be trained on.
  const drawn = new Map(
    Array.from(classes, ([label, { images, free }]) => [
      label,
      { wanted: Math.max(1, Math.round(share * images)), free: free - 1 },
    ]),
  );
  for (let group = 0; group + 1 < starts.length; group++) {
    const own = drawn.get(labels[group]);
    if (!own || splits[group] !== TRAINING || own.wanted <= 0 || own.free <= 0) continue;
    splits[group] = split;
    own.wanted -= starts[group + 1] - starts[group];
    own.free -= 1;
  }
}

/**
 * Divides a set: as its own folders say, and what they don't name is drawn from the images for training, the same share
 * of every class. An image's place follows from the seed and its own bytes, so that the same seed divides the same set
 * alike, and an image that is added or relabelled moves hardly any other. Images with the same bytes stay together. It yields
 * between passes over the images, so that a page can let other work have its turn.
 */
export function* dividing(set: Undivided, seed: number): Generator<void, Division> {
  const groups = yield* groupsOf(set, seed);
  yield;
  const { order, starts } = groups;
  const named = new Set(groups.splits.subarray(0, starts.length - 1));
  if (!named.has(TEST)) draw(groups, TEST, SHARES.test);
  yield;
  if (!named.has(VALIDATION)) draw(groups, VALIDATION, SHARES.validation);
  yield;
  const splits = new Uint8Array(order.length);
  for (let group = 0; group + 1 < starts.length; group++)
    for (let at = starts[group]; at < starts[group + 1]; at++) splits[order[at]] = groups.splits[group];
  const division: Record<Split, number[]> = { training: [], validation: [], test: [] };
  for (let place = 0; place < splits.length; place++) division[SPLITS[splits[place]]].push(place);
  return division;
}

/** The same in one go. */
export function divided(set: Undivided, seed: number): Division {
  const passes = dividing(set, seed);
  for (;;) {
    const pass = passes.next();
    if (pass.done) return pass.value;
  }
}
