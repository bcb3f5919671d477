/**
 * Early stopping: a run ends when the validation loss has stopped falling, and keeps its best epoch's weights.
 * Every page asks whether a stored run is over, so this imports nothing.
 */
import type { EpochRecord, RunLog } from '@/lib/network/run';

type Measured = Pick<EpochRecord, 'epoch' | 'heldOutLoss'>;

/** What is needed of a run's log. */
export interface StoppableRun {
  readonly settings: RunLog['settings'];
  readonly epochs: readonly Measured[];
}

/** The epoch with the lowest validation loss, the first of equals; null where none has a finite one. */
export function bestEpoch(epochs: readonly Measured[]): number | null {
  let [best, lowest]: [number | null, number] = [null, Number.POSITIVE_INFINITY];
  // A loss that is not a number is below none.
  for (const { epoch, heldOutLoss } of epochs)
    if (heldOutLoss < lowest) [best, lowest] = [epoch, heldOutLoss];
  return best;
}

/** Whether the validation loss hasn't reached a new low for as many epochs as the settings wait. */
export function hasRunDry({ settings, epochs }: StoppableRun): boolean {
  const { patience } = settings;
  const last = epochs.at(-1)?.epoch;
  if (!patience || last === undefined) return false;
  return last - (bestEpoch(epochs) ?? epochs[0].epoch) >= patience;
}

/** Whether a run trains no further epoch. */
export const isOver = (run: StoppableRun): boolean =>
  (run.epochs.at(-1)?.epoch ?? 0) >= run.settings.epochs || hasRunDry(run);

/** The epoch whose weights a run that is over leaves: its best, where it stops early, or else its last. */
export function epochToKeep({ settings, epochs }: StoppableRun): number | null {
  const last = epochs.at(-1)?.epoch ?? null;
  return !settings.patience ? last : (bestEpoch(epochs) ?? epochs[0]?.epoch ?? null);
}
