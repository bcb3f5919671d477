/** A set after a look at a network's mistakes: some images relabelled, some added. Its test images stay as they are. */
import { crc32 } from '@/lib/data/crc32';
import { size } from '@/lib/tensor/tensor';
import { type LabelledSet, SPLITS } from '../labelled-set';
import type { Division } from './divide';

const TRAINING = SPLITS.indexOf('training');
const TEST = SPLITS.indexOf('test');

/** So much is done of a large set at a time, in about 10 ms. */
const SUMMED_AT_ONCE = 1000;
const COPIED_AT_ONCE = 8e6;

/** An image to add, in the set's shape. */
export interface AddedImage {
  readonly pixels: Uint8Array;
  readonly label: number;
}

/** What is to be changed. Images are named by their places. */
export interface Mending {
  readonly relabelled: ReadonlyMap<number, number>;
  readonly added: readonly AddedImage[];
}

export interface MendedSet {
  readonly set: LabelledSet;
  /** How many of the added images are the same as a validation or test image, byte for byte, and were left out. */
  readonly refused: number;
}

/**
 * Mends a set that is divided for training. The division is written into it, so that no image changes its part whatever
 * is added: the same images test the network before and after. Added images are for training; one with the same bytes as
 * a validation or test image is left out, because the network would be tested on what it has learned. Test images can't
 * be relabelled. `between` is awaited now and then, so that other work gets its turn.
 */
export async function mended(
  set: LabelledSet,
  division: Division,
  { relabelled, added }: Mending,
  between: () => Promise<void> = async () => {},
): Promise<MendedSet> {
  const bytes = size(set.shape);
  const measured = new Set<number>();
  const splits = new Uint8Array(set.count);
  for (const [number, split] of SPLITS.entries())
    for (const [nth, place] of division[split].entries()) {
      splits[place] = number;
      if (split === 'training') continue;
      measured.add(crc32(set.pixels.subarray(place * bytes, (place + 1) * bytes)));
      if (nth % SUMMED_AT_ONCE === 0) await between();
    }
  const labels = set.labels.slice();
  for (const [place, label] of relabelled) if (splits[place] !== TEST) labels[place] = label;
  const fresh = added.filter(({ pixels }) => !measured.has(crc32(pixels)));
  const count = set.count + fresh.length;
  const pixels = new Uint8Array(count * bytes);
  for (let at = 0; at < set.pixels.length; at += COPIED_AT_ONCE) {
    pixels.set(set.pixels.subarray(at, at + COPIED_AT_ONCE), at);
    await between();
  }
  for (const [nth, one] of fresh.entries()) pixels.set(one.pixels, (set.count + nth) * bytes);
  return {
    set: {
      ...set,
      count,
      pixels,
      labels: extended(labels, count, (nth) => fresh[nth].label),
      splits: extended(splits, count, () => TRAINING),
    },
    refused: added.length - fresh.length,
  };
}

/** The same numbers, and others after them. */
function extended<Numbers extends Uint8Array | Uint16Array>(
  numbers: Numbers,
  count: number,
  other: (nth: number) => number,
): Numbers {
  const all = new (numbers.constructor as new (count: number) => Numbers)(count);
  all.set(numbers);
  for (let at = numbers.length; at < count; at++) all[at] = other(at - numbers.length);
  return all;
}

/** The first class of a divided set that has no image to train on, by its label; -1 where each has one. */
export const classWithoutTraining = ({ classes, labels, splits }: LabelledSet): number =>
  classes.findIndex((_, label) => !labels.some((own, place) => own === label && splits[place] === TRAINING));
