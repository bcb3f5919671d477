'use client';

import { useLearner, useTimeline, useTrainingView } from '@/components/state/hooks';
import { EpochAnswers } from '@/components/training/epochs/EpochAnswers';

/** The selected network's predictions for all images, each cell with its images. */
export function Answered() {
  const timeline = useTimeline();
  const settings = useTrainingView((view) => view.settings);
  const epoch = useLearner((state) => state.epoch);
  const epochs = timeline?.epochs ?? [];
  const at = epoch === null ? epochs.length - 1 : epochs.findIndex((record) => record.epoch === epoch);
  const record = epochs[at];
  if (!timeline || !record) return null;
  return (
    <EpochAnswers
      key={`${timeline.run} ${record.epoch}`}
      record={record}
      before={epochs[at - 1] ?? null}
      labels={timeline.labels}
      settings={settings}
    />
  );
}
