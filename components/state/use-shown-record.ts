import { useStore } from 'zustand';
import type { EpochRecord } from '@/lib/network/run';
import { runsStore, timelineOf } from '@/lib/store/runs/runs';
import { useLearner, useSubject } from './hooks';

/**
 * The measurements of the network that the pages show: of the selected epoch, or else of the present network's, which is
 * not the run's last one where that stopped early. `before`: those of the epoch before it.
 */
export function useShownRecord(): {
  readonly record: EpochRecord;
  readonly before: EpochRecord | null;
} | null {
  const runs = useStore(runsStore);
  const epochs = timelineOf(runs)?.epochs ?? [];
  const selected = useLearner(({ epoch }) => epoch);
  const present = useSubject(({ network }) => network?.epoch);
  const wanted = selected ?? (runs.chosen ? undefined : present);
  const found = epochs.findIndex(({ epoch }) => epoch === wanted);
  if (found < 0 && selected !== null) return null;
  const at = found < 0 ? epochs.length - 1 : found;
  return at < 0 ? null : { record: epochs[at], before: epochs[at - 1] ?? null };
}
