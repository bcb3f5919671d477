import { type MapShape, size } from '@/lib/tensor/tensor';
import words from '@/words/data-sets';
import type { LabelledSet, SetForm, Split } from './labelled-set';
import { SPLITS } from './labelled-set';
import { EXAMPLES } from './look/odd';
import { Remarks, shortened } from './look/remarks';

/** Why an image was passed over. */
export type Skipped = 'unreadable' | 'cut' | 'damaged' | 'format' | 'large' | 'empty' | 'noImage';

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
  /** What is remarked about its images. */
  readonly remarks: Remarks;
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
    this.remarks = new Remarks(count);
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

  /** A sentence for the learner. */
  note(sentence: string): void {
    this.#notes.push(sentence);
  }

  /**
   * What has been read, in the order of its places; null where that is nothing. Classes without images are left out if
   * `onlyUsed`. The draft can't be used any more.
   */
  finish(name: string, form: SetForm, all: readonly string[], onlyUsed: boolean): LabelledSet | null {
    const odd = this.remarks.odd(this.#there);
    const count = this.#closeGaps();
    if (count === 0) return null;
    const labels = this.#labels.subarray(0, count);
    const used = new Array<boolean>(all.length).fill(false);
    for (let at = 0; at < count; at++) used[labels[at]] = true;
    const lacking = all.filter((_, label) => !used[label]);
    const classes = onlyUsed ? all.filter((_, label) => used[label]) : all;
    if (onlyUsed && lacking.length > 0) {
      const places = all.map((one) => classes.indexOf(one));
      for (let at = 0; at < count; at++) labels[at] = places[labels[at]];
    }
    const notes = [...this.#notes, ...this.reasons()];
    // Of classes that stay, it is found out again whenever an image is moved.
    if (onlyUsed && lacking.length > 0) {
      const names = lacking.slice(0, EXAMPLES);
      notes.push(
        words.emptyClasses({
          count: lacking.length,
          names: names.map((one) => words.quoted({ name: one })).join(', '),
          more: lacking.length - names.length,
        }),
      );
    }
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

/** Counts a name under a key; the first few names are examples. */
function count<Key>(tallies: Map<Key, Tally>, key: Key, name: string): void {
  const tally = tallies.get(key) ?? { count: 0, names: [] };
  tallies.set(key, tally);
  tally.count += 1;
  if (tally.names.length < EXAMPLES) tally.names.push(shortened(name));
}
