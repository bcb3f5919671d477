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

/** Work on a network while nothing changes its weights. */
type Work<T> = (found: FoundModel) => Promise<Result<T>>;

/** What finding networks needs from the engine. */
interface Around extends Computing {
  readonly network: Network;
  readonly past: Past;
}

/** Finds networks by handle. */
export class Networks {
  readonly copies = new Copies();
  /** All epochs share one model, and all previews another, so requests queue. */
  private readonly epochInTurn = inTurn();
  private readonly previewInTurn = inTurn();

  constructor(private readonly engine: Around) {}

  /** Runs work on a network, on the current backend. Fails where there is none for the handle. */
  with<T>(handle: NetworkHandle, work: Work<T>): Promise<Result<T>> {
    if ('copy' in handle) return this.withCopy(handle, work);
    if (handle.epoch === undefined) return this.withOwn(work);
    return this.epochInTurn(() => this.withPast(handle, 'whole', work));
  }

  /** The same for work that needs all weights of the network. */
  withWhole<T>(handle: NetworkHandle, work: Work<T>): Promise<Result<T>> {
    return this.with(handle, async (found) => (found.model.complete ? work(found) : NO_NETWORK));
  }

  /** With only the small weights of an epoch. */
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
      const { model, state, version, sent } = this.engine.network;
      return model ? work({ model, state, version, sent, name: `own ${version}` }) : NO_NETWORK;
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
      // Fetching takes a while, and the backend may have been changed meanwhile.
      await engine.clear();
      const shown =
        extent === 'whole' ? past.show(pipeline, found.value) : past.preview(pipeline, found.value);
      return shown.ok ? work({ ...shown.value, name: `${handle.run} ${handle.epoch}` }) : shown;
    });
  }
}
