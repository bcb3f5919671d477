import type { Pipeline } from '@/lib/pipeline/pipeline';
import { fail, ok, type Result } from '@/lib/result';
import { exactKernels } from '@/lib/run/packed';
import { type RecordedEpoch, type RecordedRun, weightsOf } from '@/lib/run/run-file';
import type { PastNetwork } from './own-run';
import type { KernelSet } from './protocol';

/** The epochs of a run, wherever they are. */
export interface RecordedEpochs {
  /** The network as it was at the end of an epoch. */
  at(epoch: number, pipeline: Pipeline): Promise<Result<PastNetwork>>;
  /** Its kernels that are kept exactly. */
  kernels(epoch: number): Promise<Result<KernelSet>>;
  /** All its weights as they are kept. */
  recorded(epoch: number): Promise<Result<RecordedEpoch>>;
}

export const OPEN_AGAIN =
  'This run was opened from a file, and the engine was started anew since. Open the file again.';

/** Stands for a run that went with the worker it was opened in. */
export const NOT_OPEN: RecordedEpochs = {
  at: async () => fail(OPEN_AGAIN),
  kernels: async () => fail(OPEN_AGAIN),
  recorded: async () => fail(OPEN_AGAIN),
};

/** A run from a file, in memory as long as the worker lives. */
export class OpenedRun implements RecordedEpochs {
  constructor(readonly run: RecordedRun) {}

  async at(epoch: number, pipeline: Pipeline): Promise<Result<PastNetwork>> {
    const weights = weightsOf(this.run, epoch, pipeline);
    if (!weights.ok) return weights;
    const { seed } = this.run.log.settings;
    const step = this.run.epochs.get(epoch)?.step ?? 0;
    return ok({ weights: weights.value, network: { origin: 'opened', seed, epoch, step } });
  }

  async kernels(epoch: number): Promise<Result<KernelSet>> {
    const read = await this.recorded(epoch);
    return read.ok ? ok(exactKernels(read.value.tensors)) : read;
  }

  async recorded(epoch: number): Promise<Result<RecordedEpoch>> {
    const found = this.run.epochs.get(epoch);
    return found ? ok(found) : fail(`Epoch ${epoch} is not in this run.`);
  }
}
