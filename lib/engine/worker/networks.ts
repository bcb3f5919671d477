import type { CopyHandle, EpochHandle, NetworkHandle } from '@/lib/network/handle';
import { fail, type Result } from '@/lib/result';
import words from '@/words/engine';
import { inTurn } from '../in-turn';
import type { Past } from '../runs/past';
import type { Computing } from './computing';
import { Copies } from './copies';
import type { FoundModel } from './model';
import type { Network } from './network';

export const NO_NETWORK = fail(words.noNetwork());

/** What is done with a network while nothing changes its weights. */
type Work<T> = (found: FoundModel) => Promise<Result<T>>;

/** What is needed of the engine to find networks. */
interface Around extends Computing {
  readonly network: Network;
  readonly past: Past;
}

/** Finds the networks that handles name. */
export class Networks {
  readonly copies = new Copies();
  /** All epochs have one model, and all previews another: whoever needs one waits for those before. */
  private readonly epochInTurn = inTurn();
  private readonly previewInTurn = inTurn();

  constructor(private readonly engine: Around) {}

  /** Does what needs a network, on the backend that computes now. Fails where the handle names none. */
  with<T>(handle: NetworkHandle, work: Work<T>): Promise<Result<T>> {
    if ('copy' in handle) return this.withCopy(handle, work);
    if (handle.epoch === undefined) return this.withOwn(work);
    return this.epochInTurn(() => this.withPast(handle, 'whole', work));
  }

  /** The same for a network that needs all its weights for it. */
  withWhole<T>(handle: NetworkHandle, work: Work<T>): Promise<Result<T>> {
    return this.with(handle, async (found) => (found.model.complete ? work(found) : NO_NETWORK));
  }

  /** As far as the small weights of an epoch go. */
  withPreview<T>(handle: EpochHandle, work: Work<T>): Promise<Result<T>> {
    return this.previewInTurn(() => this.withPast(handle, 'preview', work));
  }

  private withCopy<T>(handle: CopyHandle, work: Work<T>): Promise<Result<T>> {
    return this.engine.compute(async () => {
      const found = this.copies.find(handle);
      return found.ok ? work(found.value) : found;
    });
  }

  private async withOwn<T>(work: Work<T>): Promise<Result<T>> {
    await this.engine.settled();
    return this.engine.compute(async () => {
      const { model, state, version } = this.engine.network;
      return model ? work({ model, state, version, name: `own ${version}` }) : NO_NETWORK;
    });
  }

  private async withPast<T>(
    handle: EpochHandle,
    extent: 'whole' | 'preview',
    work: Work<T>,
  ): Promise<Result<T>> {
    const { engine } = this;
    await engine.settled();
    return engine.compute(async () => {
      const { past, network } = engine;
      if (!network.model) return NO_NETWORK;
      const { pipeline } = network.model;
      const found = await (extent === 'whole' ? past.recall(handle, pipeline) : past.small(handle));
      if (!found.ok) return found;
      // Fetching takes its time, and the backend may have been changed meanwhile.
      await engine.clear();
      const shown =
        extent === 'whole' ? past.show(pipeline, found.value) : past.preview(pipeline, found.value);
      return shown.ok ? work({ ...shown.value, name: `${handle.run} ${handle.epoch}` }) : shown;
    });
  }
}
