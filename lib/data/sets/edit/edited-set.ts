/**
 * A data set that is being changed. Its pixels stay where they are; what changes is small: the labels, the splits, the classes'
 * names, and which images are still there. So every state can be kept for undo, and none is ever changed itself.
 */
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/data-edit';
import { type LabelledSet, SPLITS, type Split } from '../labelled-set';

export interface EditedSet extends LabelledSet {
  /** 1 for each image that hasn't been deleted. */
  readonly there: Uint8Array<ArrayBuffer>;
}

export const LONGEST_CLASS = 60;

/** A change of a set. Images are named by their places. */
export type Edit =
  | { readonly kind: 'relabel'; readonly places: readonly number[]; readonly label: number }
  /** The images become a class of their own. */
  | { readonly kind: 'newClass'; readonly places: readonly number[]; readonly name: string }
  | { readonly kind: 'move'; readonly places: readonly number[]; readonly split: Split }
  | { readonly kind: 'delete'; readonly places: readonly number[] }
  | { readonly kind: 'rename'; readonly label: number; readonly name: string }
  /** All images of one class get the label of another; the first class is no more. */
  | { readonly kind: 'merge'; readonly label: number; readonly into: number };

/** Without the record of its originals, which is no longer true when images are gone or in another split. */
const unrecorded = ({ originals: _, ...set }: EditedSet): EditedSet => set;

/** A set as it was read, before any change. */
export const unchanged = (set: LabelledSet): EditedSet => ({
  ...set,
  there: new Uint8Array(set.count).fill(1),
});

/** The places of the images that are there, and of which `which` says so. In one pass: there may be many. */
export function placesOfAll(
  { there }: Pick<EditedSet, 'there'>,
  which: (at: number) => boolean = () => true,
): Uint32Array<ArrayBuffer> {
  const places = new Uint32Array(there.length);
  let next = 0;
  for (let at = 0; at < there.length; at++) if (there[at] === 1 && which(at)) places[next++] = at;
  return places.slice(0, next);
}

/** How many images there are of each class in each split: `[split][class]`. */
export function editedCounts({ labels, splits, there, classes }: EditedSet): number[][] {
  const counts = SPLITS.map(() => new Array<number>(classes.length).fill(0));
  for (let at = 0; at < labels.length; at++) counts[splits[at]][labels[at]] += there[at];
  return counts;
}

/** The set after a change; fails with a sentence where the change can't be made. The set itself stays as it is. */
export function edited(set: EditedSet, edit: Edit): Result<EditedSet> {
  switch (edit.kind) {
    case 'relabel':
      return ok({ ...set, labels: withValue(set.labels, edit.places, edit.label) });
    case 'move':
      return ok({
        ...unrecorded(set),
        splits: withValue(set.splits, edit.places, SPLITS.indexOf(edit.split)),
      });
    case 'delete': {
      const there = withValue(set.there, edit.places, 0);
      return there.includes(1) ? ok({ ...unrecorded(set), there }) : fail(words.noneLeft());
    }
    case 'rename': {
      const name = nameFor(set, edit.name, edit.label);
      return name.ok ? ok({ ...set, classes: set.classes.with(edit.label, name.value) }) : name;
    }
    case 'newClass': {
      const name = nameFor(set, edit.name, null);
      if (!name.ok) return name;
      const labels = withValue(set.labels, edit.places, set.classes.length);
      return ok({ ...set, classes: [...set.classes, name.value], labels });
    }
    case 'merge':
      return ok(merged(set, edit.label, edit.into));
  }
}

function withValue<T extends Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>>(
  values: T,
  places: readonly number[],
  value: number,
): T {
  const next = values.slice() as T;
  for (const place of places) next[place] = value;
  return next;
}

/** A name that a class may have: not empty, and no other class's, whatever its capitals. */
function nameFor(
  { classes }: Pick<LabelledSet, 'classes'>,
  typed: string,
  own: number | null,
): Result<string> {
  const name = typed.trim().normalize('NFC').slice(0, LONGEST_CLASS);
  if (name === '') return fail(words.noName());
  const key = name.toLowerCase();
  const other = classes.find((one, label) => label !== own && one.normalize('NFC').toLowerCase() === key);
  return other === undefined ? ok(name) : fail(words.taken({ name: other }));
}

function merged(set: EditedSet, from: number, into: number): EditedSet {
  if (from === into) return set;
  const after = (label: number) => (label > from ? label - 1 : label);
  const labels = set.labels.map((label) => after(label === from ? into : label));
  return { ...set, labels, classes: set.classes.toSpliced(from, 1) };
}
