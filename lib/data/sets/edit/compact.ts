/** What is left of a changed set, without the images that were deleted. */
import { size } from '@/lib/tensor/tensor';
import { besides, type LabelledSet } from '../labelled-set';
import { oddThere } from '../look/odd';
import type { EditedSet } from './edited-set';

/** A set without its pixels: those come piece by piece, so that they are never in memory twice. */
export type SetData = Omit<LabelledSet, 'pixels'>;

const isEdited = (set: LabelledSet | EditedSet): set is EditedSet => 'there' in set;

/** What there is of a set besides its pixels: a copy. */
export function compactData(set: LabelledSet | EditedSet): SetData {
  const { name, form, classes, shape, notes, labels, splits, count } = set;
  const rest = { name, form, classes, shape, notes, ...besides(set) };
  if (!isEdited(set))
    return {
      ...rest,
      ...(set.odd && { odd: set.odd }),
      count,
      labels: labels.slice(),
      splits: splits.slice(),
    };
  const isThere = (_: number, at: number) => set.there[at] === 1;
  const kept = labels.filter(isThere);
  const odd = oddThere(set.odd ?? [], set.there, true);
  return {
    ...rest,
    ...(odd.length > 0 && { odd }),
    count: kept.length,
    labels: kept,
    splits: splits.filter(isThere),
  };
}

/** The pixels of the images that are there, in pieces of about `most` bytes: views where nothing is missing. */
export function* pixelPieces(set: LabelledSet | EditedSet, most: number): Generator<Uint8Array<ArrayBuffer>> {
  const bytes = size(set.shape);
  const there = isEdited(set) ? set.there : null;
  const atOnce = Math.max(1, Math.floor(most / bytes));
  for (let from = 0; from < set.count; from += atOnce) {
    const to = Math.min(set.count, from + atOnce);
    if (!there?.subarray(from, to).includes(0)) {
      // One image may be larger than a piece.
      for (let at = from * bytes; at < to * bytes; at += most)
        yield set.pixels.subarray(at, Math.min(to * bytes, at + most));
      continue;
    }
    for (let at = from; at < to; at++)
      if (there[at] === 1) yield set.pixels.subarray(at * bytes, (at + 1) * bytes);
  }
}
