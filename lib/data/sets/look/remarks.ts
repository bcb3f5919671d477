import { greatest } from 'd3-array';
import words from '@/words/data-sets';
import { CHANGES, type Changed, EXAMPLES, type Odd, oddThere } from './odd';

/** A size that so large a share of the images have is the usual one, and the others are odd. */
const USUAL = 0.8;
const LONGEST_NAME = 60;

/** What is remarked about images while they are read: numbers in flat memory, taken with the first one. */
export class Remarks {
  readonly #count: number;
  /** A bit for each way in which the image at a place was changed, in the order of CHANGES. */
  #changed: Uint8Array | null = null;
  /** Width and height of its file, 16 bits each; 0 where they aren't known. */
  #sizes: Uint32Array | null = null;
  #nameOf: (place: number) => string = String;

  /** About at most `count` images. */
  constructor(count: number) {
    this.#count = count;
  }

  /** Images have names: those of odd ones are looked up at the end, for a large set's would take more than a tenth of it. */
  nameBy(nameOf: (place: number) => string): void {
    this.#nameOf = nameOf;
  }

  /** The image at a place was changed. */
  changed(what: Changed, place: number): void {
    this.#changed ??= new Uint8Array(this.#count);
    this.#changed[place] |= 1 << CHANGES.indexOf(what);
  }

  /** The size of an image's file, in pixels: less than 65,536 each. */
  measured(width: number, height: number, place: number): void {
    this.#sizes ??= new Uint32Array(this.#count);
    this.#sizes[place] = ((width << 16) | height) >>> 0;
  }

  /** The odd images, of those that are there by 1 for each, by their places without the others. */
  odd(there: Uint8Array): readonly Odd[] {
    const name = (place: number) => shortened(this.#nameOf(place));
    const changed = this.#changed;
    const odd = changed
      ? CHANGES.flatMap((kind, bit) =>
          oddOf(
            placesWhere(changed, (bits) => (bits & (1 << bit)) !== 0),
            name,
            { kind },
          ),
        )
      : [];
    return oddThere([...odd, ...this.#oddSizes(name)], there, true);
  }

  /** Images of an unusual size, where nearly all have one. */
  #oddSizes(name: (place: number) => string): readonly Odd[] {
    const sizes = this.#sizes;
    if (!sizes) return [];
    // Counted one by one: what groups them would hold them all.
    const counts = new Map<number, number>();
    let all = 0;
    for (let place = 0; place < sizes.length; place++) {
      const size = sizes[place];
      if (size === 0) continue;
      counts.set(size, (counts.get(size) ?? 0) + 1);
      all += 1;
    }
    const [usual, most] = greatest(counts, ([, one], [, other]) => one - other) ?? [0, 0];
    if (most < USUAL * all || most === all) return [];
    const written = (size: number) => words.sized({ width: size >>> 16, height: size & 0xffff });
    const named = (place: number) => words.sizedName({ name: name(place), size: written(sizes[place]) });
    const places = placesWhere(sizes, (size) => size !== 0 && size !== usual);
    return oddOf(places, named, { kind: 'oddSize', usual: written(usual) });
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

/** A name as it is shown. */
export const shortened = (name: string): string =>
  name.length > LONGEST_NAME ? `…${name.slice(-LONGEST_NAME)}` : name;
