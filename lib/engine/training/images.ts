import { loadTrainingSet, type TrainingSet } from '@/lib/data/training-set';
import { formatShape } from '@/lib/format/format';
import { fail, type Result } from '@/lib/result';
import words from '@/words/data';
import type { Host } from './host';

/**
 * The training images, fetched at the first use, with progress events. After a failure the next call tries
 * again. Fails also where the network's input has a different shape.
 */
export class Images {
  private loading: Promise<Result<TrainingSet>> | null = null;

  constructor(private readonly host: Pick<Host, 'base' | 'notify' | 'network'>) {}

  async load(): Promise<Result<TrainingSet>> {
    this.loading ??= loadTrainingSet(
      (progress) => this.host.notify({ type: 'download', ...progress }),
      this.host.base,
    );
    const loaded = await this.loading;
    if (!loaded.ok) {
      this.loading = null;
      return loaded;
    }
    const loadedShape = loaded.value.training.shape;
    const wanted = this.host.network.model?.pipeline.architecture.input ?? loadedShape;
    if (loadedShape.join() === wanted.join()) return loaded;
    return fail(words.otherShape({ given: formatShape(loadedShape), wanted: formatShape(wanted) }));
  }
}
