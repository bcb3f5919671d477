import { formatShape } from '@/lib/format/format';
import { type ImageAddresses, type ImageSource, isStored, type StoredImages } from '@/lib/network/subject';
import { fail, ok, type Result } from '@/lib/result';
import { asset } from '@/lib/site/asset';
import type { MapShape } from '@/lib/tensor/tensor';
import words from '@/words/data';
import { fetchAll, type Progress } from './fetch-bytes';
import { decodePack } from './pack/pack';
import { scaleTrainingSet, type TrainingSet } from './training-set';

/** What is needed of a data set to load its images. */
export interface WantedImages {
  readonly images: ImageSource | null;
  /** The shape that a network takes; null: the one that they are stored in. */
  readonly shape: MapShape | null;
}

interface LoaderOptions {
  /** The prefix of the site's addresses; the page passes it to a worker. */
  readonly base?: string;
  /** Awaited now and then while images are unpacked, so that other work gets its turn. */
  readonly whileUnpacking?: () => Promise<void>;
  /** The same while they are scaled. */
  readonly whileScaling?: () => Promise<void>;
}

const isSamePlace = (one: ImageAddresses, other: ImageAddresses): boolean =>
  one.training === other.training && one.heldOut === other.heldOut && one.test === other.test;

type OnProgress = (progress: Progress) => void;

/**
 * The loader of every data set. A `DataSet` is sent to the worker as a message, which can't hold functions, so it describes
 * where its images lie, and this reads whatever it describes: packs that ship with the site, or a set that this browser
 * stores. Runs in a page, a worker or Node; needs no canvas. What was loaded last is kept; after a failure the next call tries
 * again.
 */
export class ImageLoader {
  private fetched: { readonly from: ImageAddresses; readonly set: Promise<Result<TrainingSet>> } | null =
    null;
  /** Those that were scaled last. */
  private scaled: { readonly of: TrainingSet; readonly set: Promise<TrainingSet> } | null = null;
  /** Those of a stored data set that were read last, by what they were read for. */
  private stored: { readonly of: string; readonly set: Promise<Result<TrainingSet>> } | null = null;

  constructor(private readonly options: LoaderOptions = {}) {}

  /**
   * The images that a data set's networks are trained on and measured with. Fails also if there are none, or if they have a
   * different shape and are not to be scaled. Only the call that fetches them gets the progress.
   */
  async load(
    { images, shape }: WantedImages,
    onProgress: OnProgress = () => {},
  ): Promise<Result<TrainingSet>> {
    if (!images) return fail(words.noImages());
    if (isStored(images)) return this.read(images, shape, onProgress);
    const loaded = await this.fetch(images, onProgress);
    if (!loaded.ok) return loaded;
    const own = loaded.value.training.shape;
    const wanted = shape ?? own;
    if (own.join() === wanted.join()) return loaded;
    if (images.scaled) return ok(await this.scale(loaded.value, wanted));
    return fail(words.otherShape({ given: formatShape(own), wanted: formatShape(wanted) }));
  }

  private async fetch(from: ImageAddresses, onProgress: OnProgress): Promise<Result<TrainingSet>> {
    const last = this.fetched;
    const same = last !== null && isSamePlace(last.from, from);
    const now = last && same ? last : { from, set: this.fetchPacks(from, onProgress) };
    this.fetched = now;
    const loaded = await now.set;
    if (!loaded.ok && this.fetched === now) this.fetched = null;
    return loaded;
  }

  private async fetchPacks(
    { training: from, heldOut: validation, test }: ImageAddresses,
    onProgress: OnProgress,
  ): Promise<Result<TrainingSet>> {
    const { base, whileUnpacking } = this.options;
    const packs = await fetchAll(
      [from, validation, ...(test ? [test] : [])].map((path) => asset(path, base)),
      onProgress,
    );
    if (!packs.ok) return packs;
    const [training, heldOut, tested] = await Promise.all(
      packs.value.map((pack) => decodePack(pack, whileUnpacking)),
    );
    if (!training.ok) return training;
    if (!heldOut.ok) return heldOut;
    if (!tested) return ok({ training: training.value, heldOut: heldOut.value });
    if (!tested.ok) return tested;
    return ok({ training: training.value, heldOut: heldOut.value, test: tested.value, followsTest: true });
  }

  private async scale(of: TrainingSet, shape: MapShape): Promise<TrainingSet> {
    const last = this.scaled?.of === of ? await this.scaled.set : null;
    if (last?.training.shape.join() === shape.join()) return last;
    const set = scaleTrainingSet(of, shape, this.options.whileScaling);
    this.scaled = { of, set };
    return set;
  }

  /** A stored set. One that the learner has changed since is read anew. */
  private async read(
    images: StoredImages,
    shape: MapShape | null,
    onProgress: OnProgress,
  ): Promise<Result<TrainingSet>> {
    const { loadStored, storedSince } = await import('./sets/training/stored-images');
    // A set of one's own may be large, so the fetched images are freed.
    this.fetched = null;
    this.scaled = null;
    const of = JSON.stringify([images, shape, await storedSince(images)]);
    if (this.stored?.of !== of) this.stored = { of, set: loadStored(images, shape, onProgress) };
    const read = await this.stored.set;
    if (!read.ok && this.stored?.of === of) this.stored = null;
    return read;
  }
}

/** Loads a data set's images once. */
export const loadImages = (
  wanted: WantedImages,
  onProgress?: OnProgress,
  options?: LoaderOptions,
): Promise<Result<TrainingSet>> => new ImageLoader(options).load(wanted, onProgress);
