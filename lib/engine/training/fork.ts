import type { EpochHandle } from '@/lib/network/handle';
import type { TrainingSettings } from '@/lib/network/settings';
import type { WeightSet } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/engine-training';
import type { Host } from './host';
import type { Fork } from './run';

/** The start of a run at the end of another run's epoch. */
export interface Beginning extends Fork {
  readonly weights: WeightSet;
}

const NOT_RECORDED = words.notRecorded();

/** The current weights, exactly, where they are those of that epoch; null where the network has moved on. */
function present({ network }: Host, { run, epoch }: EpochHandle, step: number): Promise<WeightSet> | null {
  const { state, model } = network;
  const present = state.origin === 'shipped' ? 'shipped' : 'own';
  const same = run === present && state.epoch === epoch && state.step === step;
  return same && model?.complete ? model.weights() : null;
}

/**
 * The start of a run that branches from another one at the end of an epoch. The weights are exact where they
 * are the current network's; those of earlier epochs were stored with the large kernels in one byte per
 * value.
 */
export async function leave(
  host: Host,
  from: EpochHandle,
  { epochs }: TrainingSettings,
): Promise<Result<Beginning>> {
  const { epoch, run } = from;
  if (epochs <= epoch) return fail(words.laterEpoch({ epoch, epochs }));
  const log = await host.log(run);
  if (!log.ok) return log;
  if (!log.value.epochs.some((record) => record.epoch === epoch)) return fail(NOT_RECORDED, `epoch ${epoch}`);
  const past = await host.recall(from);
  if (!past.ok) return past;
  const { step } = past.value.network;
  const exact = await present(host, from, step);
  const parent = {
    run,
    epoch,
    exact: exact !== null,
    settings: log.value.settings,
    epochs: log.value.epochs,
  };
  return ok({ weights: exact ?? past.value.weights, step, parent });
}
