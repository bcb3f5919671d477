'use client';

import { useTimeline, useTrainingView } from '@/components/state/hooks';
import { useShownRecord } from '@/components/state/use-shown-record';
import { EpochAnswers } from '@/components/training/epochs/EpochAnswers';

/** The selected network's predictions for all images, each cell with its images. */
export function Answered() {
  const timeline = useTimeline();
  const settings = useTrainingView((view) => view.settings);
  const shown = useShownRecord();
  if (!timeline || !shown) return null;
  const { record, before } = shown;
  return (
    <EpochAnswers
      key={`${timeline.run} ${record.epoch}`}
      record={record}
      before={before}
      labels={timeline.labels}
      settings={settings}
    />
  );
}
