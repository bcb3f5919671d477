import { ImageLoader } from '@/lib/data/image-loader';
import { nextTask } from '@/lib/data/next-task';
import type { TrainingSet } from '@/lib/data/training-set';
import type { Pipeline } from '@/lib/network/pipeline';
import { isStored } from '@/lib/network/subject';
import type { Result } from '@/lib/result';
import type { Host } from '../host';

/** What is needed of the engine around it. */
interface Around extends Pick<Host, 'base' | 'files' | 'notify'> {
  readonly network: { readonly model: { readonly pipeline: Pipeline } | null };
}

/** The training images of the engine's subject in the shape that its network takes, with progress events. */
export class Images {
  private readonly loader: ImageLoader;

  constructor(private readonly host: Around) {
    this.loader = new ImageLoader({ base: host.base, whileScaling: nextTask });
  }

  /** Fetches what ships with the site. A set of the learner's own lies here already, and may fill the memory. */
  async prepare(): Promise<void> {
    const { files, network } = this.host;
    if (files.images && !isStored(files.images) && network.model) await this.load();
  }

  load(): Promise<Result<TrainingSet>> {
    const { files, network, notify } = this.host;
    const shape = network.model?.pipeline.architecture.input ?? null;
    return this.loader.load({ images: files.images, shape }, (progress) =>
      notify({ type: 'download', ...progress }),
    );
  }
}
