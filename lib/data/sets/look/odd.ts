/** Images of an unusual size or colour mode, which were changed when they were read. */
import words from '@/words/data-sets';

/** What was changed about an image that was read. */
export const CHANGES = ['animated', 'tiny', 'deep', 'print'] as const;
export type Changed = (typeof CHANGES)[number];
export const ODD_KINDS = [...CHANGES, 'oddSize'] as const;

/** How many are named in a sentence. */
export const EXAMPLES = 3;

/** An image by its place, and what its file is called. */
export interface OddImage {
  readonly place: number;
  readonly name: string;
}

/** The images of a set that are odd in one way. */
export interface Odd {
  readonly kind: (typeof ODD_KINDS)[number];
  /** The size that nearly all others have: "32 × 32"; only of odd sizes. */
  readonly usual?: string;
  /** All of them, in the order of the set. */
  readonly places: readonly number[];
  /** A few of them. */
  readonly examples: readonly OddImage[];
}

/** What is odd, in a sentence. */
export function oddSentence({ kind, usual = '', places, examples }: Odd): string {
  const count = places.length;
  const more = count - examples.length;
  if (kind === 'oddSize')
    return words.oddSize({ count, usual, names: examples.map(({ name }) => name).join(', '), more });
  return words[kind]({ count, names: examples.map(({ name }) => words.quoted({ name })).join(', '), more });
}

/** Those of odd images that are there, by 1 for each image that is; by the places that they have without the others if `closed`. */
export function oddThere(all: readonly Odd[], there: ArrayLike<number>, closed: boolean): readonly Odd[] {
  if (all.length === 0) return all;
  const after = new Uint32Array(there.length + 1);
  for (let at = 0; at < there.length; at++) after[at + 1] = after[at] + there[at];
  const isThere = (place: number) => there[place] === 1;
  const moved = (place: number) => (closed ? after[place] : place);
  return all
    .map((odd) => ({
      ...odd,
      places: odd.places.filter(isThere).map(moved),
      examples: odd.examples
        .filter(({ place }) => isThere(place))
        .map(({ place, name }) => ({ place: moved(place), name })),
    }))
    .filter(({ places }) => places.length > 0);
}

/** All sentences about how a set was read. */
export const allNotes = ({
  notes,
  odd = [],
}: {
  readonly notes: readonly string[];
  readonly odd?: readonly Odd[];
}): readonly string[] => [...notes, ...odd.map(oddSentence)];
