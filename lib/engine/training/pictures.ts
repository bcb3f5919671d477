import { loadTrainingSet, type TrainingSet } from '@/lib/data/training-set';
import type { Result } from '@/lib/result';
import type { Host } from './host';

/** The training pictures, fetched at the first use and told about on the way. What failed is tried anew next time. */
export class Pictures {
  private loading: Promise<Result<TrainingSet>> | null = null;

  constructor(private readonly host: Pick<Host, 'base' | 'notify'>) {}

  async load(): Promise<Result<TrainingSet>> {
    this.loading ??= loadTrainingSet(
      (progress) => this.host.notify({ type: 'download', ...progress }),
      this.host.base,
    );
    const loaded = await this.loading;
    if (!loaded.ok) this.loading = null;
    return loaded;
  }
}
