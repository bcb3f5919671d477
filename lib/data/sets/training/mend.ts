/** A set after a look at a network's mistakes: some images relabelled, some added. Its test images stay as they are. */
import { size } from '@/lib/tensor/tensor';
import { type LabelledSet, SPLITS } from '../labelled-set';
import { Hashes } from '../look/hashes';
import type { Division } from './divide';

const TRAINING = SPLITS.indexOf('training');
const TEST = SPLITS.indexOf('test');

/** So much is done of a large set at a time, in about 10 ms. */
const HASHED_AT_ONCE = 200;
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
  /** How many of the added images look like a validation or test image, and were left out. */
  readonly refused: number;
}

/**
 * Mends a set that is divided for training. The division is written into it, so that no image changes its part whatever
 * is added: the same images test the network before and after. Added images are for training; one that looks like a
 * validation or test image, such as the same photograph scaled or saved again, is left out, because the network would be
 * tested on what it has learned. Test images can't be relabelled. `between` is awaited now and then, so that other work gets
 * its turn.
 */
export async function mended(
  set: LabelledSet,
  division: Division,
  { relabelled, added }: Mending,
  between: () => Promise<void> = async () => {},
): Promise<MendedSet> {
  const bytes = size(set.shape);
  const splits = new Uint8Array(set.count);
  for (const [number, split] of SPLITS.entries()) for (const place of division[split]) splits[place] = number;
  const labels = set.labels.slice();
  for (const [place, label] of relabelled) if (splits[place] !== TEST) labels[place] = label;
  const measured = [...division.validation, ...division.test];
  const fresh = await unlike(set, measured, added, between);
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

/** The added images that look like none of these of the set. Each is compared with every one: they are few. */
async function unlike(
  { shape, pixels }: LabelledSet,
  places: readonly number[],
  added: readonly AddedImage[],
  between: () => Promise<void>,
): Promise<readonly AddedImage[]> {
  if (added.length === 0) return added;
  const bytes = size(shape);
  const hashes = new Hashes(places.length + 1, shape);
  for (const [nth, place] of places.entries()) {
    if (nth % HASHED_AT_ONCE === 0) await between();
    hashes.put(nth, pixels.subarray(place * bytes, (place + 1) * bytes));
  }
  const fresh: AddedImage[] = [];
  for (const one of added) {
    await between();
    hashes.put(places.length, one.pixels);
    if (!places.some((_, nth) => hashes.areAlike(nth, places.length))) fresh.push(one);
  }
  return fresh;
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
