/** Which images of a set are trained on, which choose between epochs, and which only ever test. */
import { group, sum } from 'd3-array';
import { SPLITS, type Split } from '../labelled-set';

const [TRAINING, VALIDATION, TEST] = SPLITS.keys();

/** The share of each class that is drawn for a split, where the set's own folders name none. */
const SHARES: Readonly<Record<Exclude<Split, 'training'>, number>> = { validation: 0.1, test: 0.2 };

/** The share of each class that is left to train on there. */
export const TRAINING_SHARE = 1 - SHARES.validation - SHARES.test;

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

/** Images with the same bytes: they are only ever divided together. */
interface Group {
  readonly places: number[];
  readonly label: number;
  readonly rank: number;
  /** The split that the set names; of several the last, so that no copy of a test image is trained on. */
  split: number;
}

/** Spreads a number over all 32 bits (the last steps of MurmurHash3). */
function scattered(number: number): number {
  let bits = number | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

function groupsOf({ labels, splits, sums }: Undivided, seed: number): readonly Group[] {
  const groups = new Map<number, Group>();
  for (let place = 0; place < labels.length; place++) {
    const known = groups.get(sums[place]);
    if (known) {
      known.places.push(place);
      known.split = Math.max(known.split, splits[place]);
    } else {
      const rank = scattered(sums[place] ^ scattered(seed + 1));
      groups.set(sums[place], { places: [place], label: labels[place], rank, split: splits[place] });
    }
  }
  return [...groups.values()];
}

/** Draws the share of each class for a split from what is left for training. */
function draw(groups: readonly Group[], split: number, share: number): void {
  for (const all of group(groups, ({ label }) => label).values()) {
    const free = all.filter((one) => one.split === TRAINING).sort((a, b) => a.rank - b.rank);
    // At least one of each class, but never the last one that can be trained on.
    let wanted = Math.max(1, Math.round(share * sum(all, ({ places }) => places.length)));
    for (const one of free.slice(0, -1)) {
      if (wanted <= 0) break;
      one.split = split;
      wanted -= one.places.length;
    }
  }
}

/**
 * Divides a set: as its own folders say, and what they don't name is drawn from the images for training, the same share
 * of every class. An image's place follows from the seed and its own bytes, so that the same seed divides the same set
 * alike, and an image that is added or relabelled moves hardly any other. Images with the same bytes stay together.
 */
export function divided(set: Undivided, seed: number): Division {
  const groups = groupsOf(set, seed);
  const named = new Set(groups.map(({ split }) => split));
  if (!named.has(TEST)) draw(groups, TEST, SHARES.test);
  if (!named.has(VALIDATION)) draw(groups, VALIDATION, SHARES.validation);
  const of = (split: number) =>
    groups
      .filter((one) => one.split === split)
      .flatMap(({ places }) => places)
      .sort((a, b) => a - b);
  return { training: of(TRAINING), validation: of(VALIDATION), test: of(TEST) };
}
