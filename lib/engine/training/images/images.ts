import type { Progress } from '@/lib/data/fetch-bytes';
import { loadTrainingSet, scaleTrainingSet, type TrainingSet } from '@/lib/data/training-set';
import { formatShape } from '@/lib/format/format';
import type { Pipeline } from '@/lib/network/pipeline';
import { type ImageAddresses, isStored, type StoredImages } from '@/lib/network/subject';
import { fail, ok, type Result } from '@/lib/result';
import type { MapShape } from '@/lib/tensor/tensor';
import words from '@/words/data';
import { type Host, nextTask } from '../host';

/** What is needed of the engine around it. */
interface Around extends Pick<Host, 'base' | 'files' | 'notify'> {
  readonly network: { readonly model: { readonly pipeline: Pipeline } | null };
}

const isSamePlace = (one: ImageAddresses, other: ImageAddresses): boolean =>
  one.training === other.training && one.heldOut === other.heldOut && one.test === other.test;

/**
 * The training images, fetched at the first use, with progress events. After a failure the next call tries again. Fails
 * also if there are none, or if the network's input has a different shape and they are not to be scaled to it.
 */
export class Images {
  private loading: Promise<Result<TrainingSet>> | null = null;
  /** Where those lie that are loading, or loaded. */
  private from: ImageAddresses | null = null;
  /** Those that were scaled last. */
  private scaled: { readonly of: TrainingSet; readonly set: Promise<TrainingSet> } | null = null;

  /** Those of a stored data set that were read last, by what they were read for. */
  private stored: { readonly of: string; readonly set: Promise<Result<TrainingSet>> } | null = null;

  constructor(private readonly host: Around) {}

  async load(): Promise<Result<TrainingSet>> {
    const { base, files, notify } = this.host;
    const { images } = files;
    if (!images) return fail(words.noImages());
    if (isStored(images)) return this.read(images);
    if (!this.from || !isSamePlace(images, this.from)) this.loading = null;
    this.from = images;
    this.loading ??= loadTrainingSet((progress) => notify({ type: 'download', ...progress }), base, images);
    const loaded = await this.loading;
    if (!loaded.ok) {
      if (this.from === images) this.loading = null;
      return loaded;
    }
    const loadedShape = loaded.value.training.shape;
    const wanted = this.host.network.model?.pipeline.architecture.input ?? loadedShape;
    if (loadedShape.join() === wanted.join()) return loaded;
    if (images.scaled) return ok(await this.scale(loaded.value, wanted));
    return fail(words.otherShape({ given: formatShape(loadedShape), wanted: formatShape(wanted) }));
  }

  /** A stored set in the network's shape. One that the learner has changed since is read anew. */
  private async read(images: StoredImages): Promise<Result<TrainingSet>> {
    const { loadStored, storedSince } = await import('@/lib/data/sets/training/stored-images');
    this.forget();
    const shape = this.host.network.model?.pipeline.architecture.input ?? null;
    const of = JSON.stringify([images, shape, await storedSince(images)]);
    if (this.stored?.of !== of) {
      const notify = (progress: Progress) => this.host.notify({ type: 'download', ...progress });
      this.stored = { of, set: loadStored(images, shape, notify) };
    }
    const read = await this.stored.set;
    if (!read.ok && this.stored?.of === of) this.stored = null;
    return read;
  }

  /** Frees fetched images: a set of one's own may be large. */
  private forget(): void {
    this.loading = null;
    this.from = null;
    this.scaled = null;
  }

  private async scale(of: TrainingSet, shape: MapShape): Promise<TrainingSet> {
    const last = this.scaled?.of === of ? await this.scaled.set : null;
    if (last?.training.shape.join() === shape.join()) return last;
    const set = scaleTrainingSet(of, shape, nextTask);
    this.scaled = { of, set };
    return set;
  }
}
