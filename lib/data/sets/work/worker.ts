/** The worker that looks through a set and packs it: the page hands it over piece by piece, so it is never there twice. */
import { expose } from 'comlink';
import type { MapShape } from '@/lib/tensor/tensor';
import { type ClassStatistics, Statistics } from '../look/statistics';
import { type Survey, Surveying } from '../look/survey';
import { SetZip, type ZippedSet } from '../take/zip-set';

/** Some images of a set, with what is known of each. */
export interface Piece {
  readonly pixels: Uint8Array<ArrayBuffer>;
  readonly labels: Uint16Array<ArrayBuffer>;
  readonly splits: Uint8Array<ArrayBuffer>;
  /** 1 for each that counts. */
  readonly there: Uint8Array<ArrayBuffer>;
}

/** The size of the pieces in which the archive is handed to the browser, in bytes. */
const BLOB_BYTES = 4e6;

/** Works on one set; then it is ended. */
class SetWork {
  #statistics: Statistics | null = null;
  #survey: Surveying | null = null;
  #zip: SetZip | null = null;
  #blobs: Blob[] = [];
  #parts: Uint8Array<ArrayBuffer>[] = [];
  #waiting = 0;

  /** Looks at the images that follow: each class's statistics, and with `surveys` each image itself. */
  async look(count: number, shape: MapShape, classes: number, surveys: boolean): Promise<void> {
    this.#statistics = new Statistics(classes, shape);
    this.#survey = surveys ? new Surveying(count, shape) : null;
  }

  /** Packs the images that follow. */
  async pack(set: ZippedSet): Promise<void> {
    this.#zip = new SetZip(set, (bytes) => {
      this.#parts.push(bytes);
      this.#waiting += bytes.length;
      if (this.#waiting > BLOB_BYTES) this.#flush();
    });
  }

  async add({ pixels, labels, splits, there }: Piece): Promise<void> {
    this.#survey?.add(pixels);
    this.#statistics?.add(pixels, (nth) => (there[nth] === 1 ? labels[nth] : null));
    this.#zip?.add(pixels, labels, splits);
  }

  /** Ends looking: what was found, the images compared with one another. */
  async found(): Promise<{
    readonly statistics: readonly ClassStatistics[];
    readonly survey: Survey | null;
  }> {
    const statistics = this.#statistics?.finish() ?? [];
    const comparing = this.#survey?.finish();
    if (!comparing) return { statistics, survey: null };
    for (;;) {
      const step = comparing.next();
      if (step.done) return { statistics, survey: step.value };
    }
  }

  /** Ends packing: the archive. */
  async packed(): Promise<Blob> {
    this.#zip?.end();
    this.#flush();
    return new Blob(this.#blobs, { type: 'application/zip' });
  }

  #flush(): void {
    this.#blobs.push(new Blob(this.#parts));
    this.#parts = [];
    this.#waiting = 0;
  }
}

export type SetWorkApi = SetWork;

expose(new SetWork());
