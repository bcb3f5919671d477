'use client';

import { useLearner, useNetwork } from '@/components/state/hooks';
import { EpochAnswers } from '@/components/training/epochs/EpochAnswers';

/** What the network looked at answered to all pictures, each cell with its pictures. */
export function Answered() {
  const timeline = useNetwork((view) => view.timeline);
  const settings = useNetwork((view) => view.training.settings);
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
