import { useMemo } from 'react';
import { isOfSet } from '@/lib/network/reported';
import type { ClassOfEach, EpochRecord } from '@/lib/network/run';
import { useDataSet, useTimeline } from './hooks';
import { useShownRecord } from './use-shown-record';

/** The class that the shown network predicted for each image of a set, and the right one, by numbers of classes. */
export interface Predictions {
  readonly record: EpochRecord;
  readonly answers: readonly number[];
  readonly labels: readonly number[];
}

/**
 * What the shown network predicted for a part of the data set when its epoch was measured; null where nothing is recorded, or
 * not loaded yet; 'older' where it was trained on images that the set had before.
 */
export function useRecordedPredictions(part: keyof ClassOfEach): Predictions | 'older' | null {
  const dataSet = useDataSet();
  const all = useTimeline()?.labels;
  const record = useShownRecord()?.record;
  return useMemo(() => {
    if (all && !isOfSet(all, dataSet)) return 'older';
    const [labels, answers] = [all?.[part], record?.answers[part]];
    if (!record || !labels?.length || labels.length !== answers?.length) return null;
    return { record, answers, labels };
  }, [all, dataSet, record, part]);
}
