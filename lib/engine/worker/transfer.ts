import type { OptimizerState } from '@/lib/network/run';
import type { StageTrace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { isShared } from '@/lib/tensor/shared';
import type { Snapshot } from '../api';
import { arraysOf, withArrays } from '../runs/apart';

/**
 * The buffers of a message's arrays, which are transferred instead of copied. The sender can't read them
 * afterwards. Shared memory stays readable for both.
 */
export function buffersOf(message: {
  readonly stages?: readonly StageTrace[];
  readonly weights?: WeightSet;
  readonly optimizer?: OptimizerState | null;
}): Transferable[] {
  const { stages = [], weights = {}, optimizer = null } = message;
  const arrays = [
    ...stages.flatMap(({ values, before }) => (before ? [values, before] : [values])),
    ...arraysOf({ weights, optimizer }),
  ];
  return [...new Set(arrays.flatMap((values) => (isShared(values) ? [] : (values.buffer as ArrayBuffer))))];
}

/** The same state with arrays that may be given away: those in shared memory, and copies of the others. */
export const toSend = (snapshot: Snapshot): Snapshot =>
  withArrays(snapshot, ({ values }) => (isShared(values) ? values : values.slice()));
