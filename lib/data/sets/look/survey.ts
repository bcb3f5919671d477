/** Looks at every image of a set once, piece by piece, so that the set need not be in memory a second time. */
import { sha256 } from '@noble/hashes/sha2.js';
import { type MapShape, size } from '@/lib/tensor/tensor';
import { Hashes } from './hashes';
import { mirrored, nearest } from './near';

/** What is known of each image by its pixels alone, whatever its class. */
export interface Survey {
  /** For each image the first one with the same pixels: itself where there is none before it. */
  readonly sameAs: Uint32Array<ArrayBufferLike>;
  /** For each image the first one that looks like it, the same pixels included. */
  readonly looksLike: Uint32Array<ArrayBufferLike>;
  /** For each image the first one whose mirror image it looks like; itself where there is none. */
  readonly mirrorOf: Uint32Array<ArrayBufferLike>;
  /** 1 for each image of a single colour. */
  readonly plain: Uint8Array<ArrayBufferLike>;
  /** 1 for each image of a set in colour that has only greys. */
  readonly grey: Uint8Array<ArrayBufferLike>;
}

/** A survey while the images come in, in the order of the set. */
export class Surveying {
  readonly #shape: MapShape;
  readonly #count: number;
  readonly #first = new Map<string, number>();
  readonly #sameAs: Uint32Array;
  readonly #plain: Uint8Array;
  readonly #grey: Uint8Array;
  readonly #hashes: Hashes;
  #next = 0;

  constructor(count: number, shape: MapShape) {
    this.#shape = shape;
    this.#count = count;
    this.#sameAs = new Uint32Array(count);
    this.#plain = new Uint8Array(count);
    this.#grey = new Uint8Array(count);
    this.#hashes = new Hashes(count, shape);
  }

  /** The next images: whole ones. */
  add(pixels: Uint8Array): void {
    const bytes = size(this.#shape);
    for (let from = 0; from < pixels.length; from += bytes)
      this.#addOne(pixels.subarray(from, from + bytes), this.#next++);
  }

  #addOne(image: Uint8Array, at: number): void {
    // Two images with one digest of 256 bits have the same pixels: nobody has ever found two that haven't.
    const digest = String.fromCharCode(...new Uint16Array(sha256(image).slice().buffer));
    const first = this.#first.get(digest) ?? at;
    this.#first.set(digest, first);
    this.#sameAs[at] = first;
    this.#plain[at] = Number(isPlain(image, this.#shape[2]));
    this.#grey[at] = Number(this.#shape[2] === 3 && isGrey(image));
    this.#hashes.put(at, image);
  }

  /** Compares the images with one another. Yields now and then what share of that is done. */
  *finish(): Generator<number, Survey> {
    const sameAs = this.#sameAs;
    const distinct = Uint32Array.from(sameAs.keys()).filter((at) => sameAs[at] === at);
    const leaders = yield* nearest(this.#hashes, distinct, this.#count);
    const looksLike = sameAs.map((first) => leaders[first]);
    return {
      sameAs,
      looksLike,
      mirrorOf: yield* mirrored(this.#hashes, looksLike),
      plain: this.#plain,
      grey: this.#grey,
    };
  }
}

function isPlain(image: Uint8Array, channels: number): boolean {
  for (let at = channels; at < image.length; at++) if (image[at] !== image[at - channels]) return false;
  return true;
}

function isGrey(image: Uint8Array): boolean {
  for (let at = 0; at < image.length; at += 3)
    if (image[at] !== image[at + 1] || image[at] !== image[at + 2]) return false;
  return true;
}
