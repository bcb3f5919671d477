/** A set as a zip archive: a PNG for each image in the folder of its class, and the card beside them. */
import { encode } from 'fast-png';
import { strToU8 } from 'fflate';
import { type MapShape, size } from '@/lib/tensor/tensor';
import { SPLITS } from '../labelled-set';
import { CARD_FILE } from './card';
import { folderNames } from './folder-names';
import { ZipWriter } from './zip-writer';

const FOLDERS = { training: 'train', validation: 'validation', test: 'test' } as const;

export interface ZippedSet {
  readonly shape: MapShape;
  readonly classes: readonly string[];
  /** The card's text. */
  readonly card: string;
  /** Whether there are folders of splits above those of classes. */
  readonly isSplit: boolean;
  /** The most images: it decides how many digits their numbers have. */
  readonly count: number;
}

/** Writes a set image by image; what is written is handed to `onBytes` piece by piece. */
export class SetZip {
  readonly #zip: ZipWriter;
  readonly #set: ZippedSet;
  readonly #folders: readonly string[];
  readonly #digits: number;
  #next = 0;

  constructor(set: ZippedSet, onBytes: (bytes: Uint8Array<ArrayBuffer>) => void) {
    this.#set = set;
    this.#folders = folderNames(set.classes);
    this.#digits = Math.max(4, String(set.count).length);
    this.#zip = new ZipWriter(onBytes);
    this.#zip.add(CARD_FILE, strToU8(set.card));
  }

  /** The next images: whole ones, with the class and the split of each. */
  add(pixels: Uint8Array, labels: ArrayLike<number>, splits: ArrayLike<number>): void {
    const [height, width, channels] = this.#set.shape;
    const bytes = size(this.#set.shape);
    for (let from = 0, nth = 0; from < pixels.length; from += bytes, nth++) {
      const number = String(this.#next++).padStart(this.#digits, '0');
      const above = this.#set.isSplit ? `${FOLDERS[SPLITS[splits[nth]]]}/` : '';
      const image = { width, height, channels, data: pixels.subarray(from, from + bytes) };
      // Photographs hardly shrink, so little effort is spent on it; the archive stores it as it is.
      const file = encode(image, { zlib: { level: 1 } });
      this.#zip.add(`${above}${this.#folders[labels[nth]]}/${number}.png`, file);
    }
  }

  end(): void {
    this.#zip.end();
  }
}
