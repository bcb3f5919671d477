import { type MapShape, size } from '@/lib/tensor/tensor';
import words from '@/words/data-sets';
import type { LabelledSet, SetForm, Split } from './labelled-set';
import { SPLITS } from './labelled-set';
import { CHANGES, type Changed, EXAMPLES, type Odd, type OddImage, oddThere } from './look/odd';

/** Why an image was passed over. */
export type Skipped = 'unreadable' | 'cut' | 'damaged' | 'format' | 'large' | 'empty' | 'noImage';
/** A size that so large a share of the images have is the usual one, and the others are odd. */
const USUAL = 0.8;
const LONGEST_NAME = 60;

interface Tally {
  count: number;
  readonly names: string[];
}

/** A set while it is read: its memory is taken once, at the beginning, and nothing is copied at the end. */
export class Draft {
  readonly shape: MapShape;
  readonly #count: number;
  readonly #pixels: Uint8Array<ArrayBuffer>;
  readonly #labels: Uint16Array<ArrayBuffer>;
  readonly #splits: Uint8Array<ArrayBuffer>;
  readonly #there: Uint8Array;
  readonly #tallies = new Map<Skipped, Tally>();
  readonly #changed = new Map<Changed, OddImage[]>();
  /** The images of each size: of one that many have, only their number is known. */
  readonly #sizes = new Map<string, { count: number; readonly images: OddImage[] }>();
  /** How many images are kept there. */
  #measured = 0;
  readonly #notes: string[] = [];
  /** How many images have been read or passed over. */
  done = 0;

  /** For at most `count` images. @throws RangeError where there is no memory for them. */
  constructor(count: number, shape: MapShape) {
    this.shape = shape;
    this.#count = count;
    this.#pixels = new Uint8Array(count * size(shape));
    this.#labels = new Uint16Array(count);
    this.#splits = new Uint8Array(count);
    this.#there = new Uint8Array(count);
  }

  /** The bytes of the image at a place, or of `count` from there on, to be written. */
  at(place: number, count = 1): Uint8Array<ArrayBuffer> {
    const bytes = size(this.shape);
    return this.#pixels.subarray(place * bytes, (place + count) * bytes);
  }

  /** The image at a place has been written. */
  put(place: number, label: number, split: Split | null): void {
    this.#labels[place] = label;
    this.#splits[place] = SPLITS.indexOf(split ?? 'training');
    this.#there[place] = 1;
    this.done += 1;
  }

  skip(why: Skipped, name: string): void {
    this.done += 1;
    count(this.#tallies, why, name);
  }

  /** The image at a place was changed. */
  remark(what: Changed, place: number, name: string): void {
    const images = this.#changed.get(what) ?? [];
    this.#changed.set(what, images);
    images.push({ place, name: shortened(name) });
  }

  /** The size of an image's file, in pixels. */
  measured(width: number, height: number, place: number, name: string): void {
    const size = words.sized({ width, height });
    const tally = this.#sizes.get(size) ?? { count: 0, images: [] };
    this.#sizes.set(size, tally);
    tally.count += 1;
    // More of one size, or of all, can't be odd, so the names of a large set's images are not all kept.
    const most = Math.ceil(this.#count * (1 - USUAL));
    if (tally.count > most || this.#measured > 2 * most) return;
    this.#measured += 1;
    tally.images.push({ place, name: words.sizedName({ name: shortened(name), size }) });
  }

  /** A sentence for the learner. */
  note(sentence: string): void {
    this.#notes.push(sentence);
  }

  /**
   * What has been read, in the order of its places; null where that is nothing. Classes without images are left out if
   * `onlyUsed`. The draft can't be used any more.
   */
  finish(name: string, form: SetForm, all: readonly string[], onlyUsed: boolean): LabelledSet | null {
    const odd = this.#odd();
    const count = this.#closeGaps();
    if (count === 0) return null;
    const labels = this.#labels.subarray(0, count);
    const used = new Array<boolean>(all.length).fill(false);
    for (const label of labels) used[label] = true;
    const lacking = all.filter((_, label) => !used[label]);
    const classes = onlyUsed ? all.filter((_, label) => used[label]) : all;
    if (onlyUsed && lacking.length > 0) {
      const places = all.map((one) => classes.indexOf(one));
      for (const [at, label] of labels.entries()) labels[at] = places[label];
    }
    const notes = [...this.#notes, ...this.reasons()];
    if (lacking.length > 0)
      notes.push(words.emptyClasses({ count: lacking.length, names: lacking.slice(0, EXAMPLES).join(', ') }));
    if (used.filter(Boolean).length === 1) notes.push(words.oneClass({ name: all[labels[0]] }));
    return {
      name,
      form,
      classes,
      shape: this.shape,
      count,
      pixels: this.#pixels.subarray(0, count * size(this.shape)),
      labels,
      splits: this.#splits.subarray(0, count),
      ...(odd.length > 0 && { odd }),
      notes,
    };
  }

  /** Why images were passed over, one sentence for all that were for the same reason. */
  reasons(): readonly string[] {
    return [...this.#tallies].map(([what, { count, names }]) =>
      words[what]({
        count,
        names: names.map((name) => words.quoted({ name })).join(', '),
        more: count - names.length,
      }),
    );
  }

  /** The odd images, by the places that they have when the gaps are closed. */
  #odd(): readonly Odd[] {
    const changed = CHANGES.flatMap((kind) => oddOf(this.#changed.get(kind) ?? [], { kind }));
    return oddThere([...changed, ...this.#oddSizes()], this.#there, true);
  }

  /** Images of an unusual size, where nearly all have one. */
  #oddSizes(): readonly Odd[] {
    const sizes = [...this.#sizes].sort(([, a], [, b]) => b.count - a.count);
    const all = sizes.reduce((sum, [, tally]) => sum + tally.count, 0);
    const [usual, ...rest] = sizes;
    if (!usual || usual[1].count < USUAL * all) return [];
    return oddOf(
      rest.flatMap(([, { images }]) => images),
      { kind: 'oddSize', usual: usual[0] },
    );
  }

  /** Moves the images that are there together, in place. Returns their number. */
  #closeGaps(): number {
    const bytes = size(this.shape);
    let next = 0;
    for (let at = 0; at < this.#count; at++) {
      if (this.#there[at] === 0) continue;
      if (at !== next) {
        this.#pixels.copyWithin(next * bytes, at * bytes, (at + 1) * bytes);
        this.#labels[next] = this.#labels[at];
        this.#splits[next] = this.#splits[at];
      }
      next += 1;
    }
    return next;
  }
}

/** What some images have in common. They are decoded several at a time, and end in any order. */
function oddOf(images: readonly OddImage[], what: Pick<Odd, 'kind' | 'usual'>): readonly Odd[] {
  if (images.length === 0) return [];
  const sorted = images.toSorted((a, b) => a.place - b.place);
  return [{ ...what, places: sorted.map(({ place }) => place), examples: sorted.slice(0, EXAMPLES) }];
}

const shortened = (name: string): string =>
  name.length > LONGEST_NAME ? `…${name.slice(-LONGEST_NAME)}` : name;

/** Counts a name under a key; the first few names are examples. */
function count<Key>(tallies: Map<Key, Tally>, key: Key, name: string): void {
  const tally = tallies.get(key) ?? { count: 0, names: [] };
  tallies.set(key, tally);
  tally.count += 1;
  if (tally.names.length < EXAMPLES) tally.names.push(shortened(name));
}
