import type { Pipeline } from '@/lib/network/pipeline';
import type { NetworkState } from '@/lib/network/run';
import { fail, ok, type Result } from '@/lib/result';
import { exactWeights } from '@/lib/run/packed';
import { type RecordedEpoch, type RecordedRun, weightsOf } from '@/lib/run/run-file';
import words from '@/words/engine-runs';
import type { PastNetwork } from './own-run';

/** The epochs of a run, wherever they are stored. */
export interface RecordedEpochs {
  /** The network at the end of an epoch. */
  at(epoch: number, pipeline: Pipeline): Promise<Result<PastNetwork>>;
  /** The same with only the small weights, which are stored exactly; the large layers are left out. */
  small(epoch: number): Promise<Result<PastNetwork>>;
  /** All its weights in their stored form. */
  recorded(epoch: number): Promise<Result<RecordedEpoch>>;
}

export const OPEN_AGAIN = words.openAgain();

/** Stands for a run that was lost with its worker. */
export const NOT_OPEN: RecordedEpochs = {
  at: async () => fail(OPEN_AGAIN),
  small: async () => fail(OPEN_AGAIN),
  recorded: async () => fail(OPEN_AGAIN),
};

/** A run from a file, in memory while the worker lives. */
export class OpenedRun implements RecordedEpochs {
  constructor(readonly run: RecordedRun) {}

  async at(epoch: number, pipeline: Pipeline): Promise<Result<PastNetwork>> {
    const weights = weightsOf(this.run, epoch, pipeline);
    return weights.ok ? ok({ weights: weights.value, network: this.stateAt(epoch) }) : weights;
  }

  async small(epoch: number): Promise<Result<PastNetwork>> {
    const read = await this.recorded(epoch);
    if (!read.ok) return read;
    return ok({ weights: exactWeights(read.value.tensors), network: this.stateAt(epoch) });
  }

  private stateAt(epoch: number): NetworkState {
    const { seed } = this.run.log.settings;
    return { origin: 'opened', seed, epoch, step: this.run.epochs.get(epoch)?.step ?? 0 };
  }

  async recorded(epoch: number): Promise<Result<RecordedEpoch>> {
    const found = this.run.epochs.get(epoch);
    return found ? ok(found) : fail(words.notInRun({ epoch }));
  }
}
