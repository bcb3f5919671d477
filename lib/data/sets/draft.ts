import { greatest } from 'd3-array';
import { type MapShape, size } from '@/lib/tensor/tensor';
import words from '@/words/data-sets';
import type { LabelledSet, SetForm, Split } from './labelled-set';
import { SPLITS } from './labelled-set';
import { CHANGES, type Changed, EXAMPLES, type Odd, oddThere } from './look/odd';

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
  /** A bit for each way in which the image at a place was changed, in the order of CHANGES. */
  readonly #changed: Uint8Array;
  /** Width and height of its file, 16 bits each; 0 where they aren't known. */
  readonly #sizes: Uint32Array;
  #nameOf: (place: number) => string = String;
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
    this.#changed = new Uint8Array(count);
    this.#sizes = new Uint32Array(count);
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

  /** Images have names: those of odd ones are looked up at the end, for a large set's would take more than a tenth of it. */
  nameBy(nameOf: (place: number) => string): void {
    this.#nameOf = nameOf;
  }

  /** The image at a place was changed. */
  remark(what: Changed, place: number): void {
    this.#changed[place] |= 1 << CHANGES.indexOf(what);
  }

  /** The size of an image's file, in pixels: less than 65,536 each. */
  measured(width: number, height: number, place: number): void {
    this.#sizes[place] = ((width << 16) | height) >>> 0;
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
    const name = (place: number) => shortened(this.#nameOf(place));
    const changed = CHANGES.flatMap((kind, bit) =>
      oddOf(
        placesWhere(this.#changed, (bits) => (bits & (1 << bit)) !== 0),
        name,
        { kind },
      ),
    );
    return oddThere([...changed, ...this.#oddSizes(name)], this.#there, true);
  }

  /** Images of an unusual size, where nearly all have one. */
  #oddSizes(name: (place: number) => string): readonly Odd[] {
    // Counted one by one: what groups them would hold them all.
    const counts = new Map<number, number>();
    let all = 0;
    for (const size of this.#sizes) {
      if (size === 0) continue;
      counts.set(size, (counts.get(size) ?? 0) + 1);
      all += 1;
    }
    const [usual, most] = greatest(counts, ([, one], [, other]) => one - other) ?? [0, 0];
    if (most < USUAL * all) return [];
    const written = (size: number) => words.sized({ width: size >>> 16, height: size & 0xffff });
    const named = (place: number) =>
      words.sizedName({ name: name(place), size: written(this.#sizes[place]) });
    const places = placesWhere(this.#sizes, (size) => size !== 0 && size !== usual);
    return oddOf(places, named, { kind: 'oddSize', usual: written(usual) });
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

function placesWhere(values: Uint8Array | Uint32Array, holds: (value: number) => boolean): readonly number[] {
  const places: number[] = [];
  for (let place = 0; place < values.length; place++) if (holds(values[place])) places.push(place);
  return places;
}

/** What the images at some places have in common. */
function oddOf(
  places: readonly number[],
  name: (place: number) => string,
  what: Pick<Odd, 'kind' | 'usual'>,
): readonly Odd[] {
  if (places.length === 0) return [];
  const examples = places.slice(0, EXAMPLES).map((place) => ({ place, name: name(place) }));
  return [{ ...what, places, examples }];
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
