import { fail, ok, type Result } from '@/lib/result';
import { loadShippedRun } from '@/lib/run/log';
import type { Moment, RunLog, TrainingSettings, WeightSet } from '../protocol';
import type { Host } from './host';
import type { Fork } from './run';

/** A run's beginning at the end of another run's epoch. */
export interface Beginning extends Fork {
  readonly weights: WeightSet;
}

const NO_RUN = 'There is no recorded run to leave. Train one first, or go back to the network of this site.';

async function logOf(host: Host, { run }: Moment): Promise<Result<RunLog>> {
  if (run === 'shipped') return loadShippedRun(undefined, host.base);
  const { log } = host.network;
  return log ? ok(log) : fail(NO_RUN);
}

/** The present weights, to the last bit, where they are those of the moment; null where that is over. */
function present({ network }: Host, { run, epoch }: Moment, step: number): Promise<WeightSet> | null {
  const { state, model } = network;
  const same =
    state.epoch === epoch && state.step === step && (state.origin === 'shipped') === (run === 'shipped');
  return same && model?.complete ? model.weights() : null;
}

/**
 * What a run needs that leaves another one at the end of an epoch. The weights are exact where they are the present
 * network's; those of earlier epochs were kept with the large kernels in one byte a value.
 */
export async function leave(
  host: Host,
  moment: Moment,
  { epochs }: TrainingSettings,
): Promise<Result<Beginning>> {
  const { epoch, run } = moment;
  if (epochs <= epoch)
    return fail(
      `This run begins at the end of epoch ${epoch}, so it has to go on to a later one than ${epochs}.`,
    );
  const log = await logOf(host, moment);
  if (!log.ok) return log;
  if (!log.value.epochs.some((record) => record.epoch === epoch)) return fail(NO_RUN, `epoch ${epoch}`);
  const past = await host.recall(moment);
  if (!past.ok) return past;
  const { step } = past.value.network;
  const exact = await present(host, moment, step);
  const parent = {
    run,
    epoch,
    exact: exact !== null,
    settings: log.value.settings,
    epochs: log.value.epochs,
  };
  return ok({ weights: exact ?? past.value.weights, step, parent });
}
