'use client';

import { ClassAccuracies } from './ClassAccuracies';
import { EpochAnswers } from './EpochAnswers';
import { Norms } from './Norms';
import type { MeasuredRun } from './runs/use-runs';

interface Props {
  readonly run: MeasuredRun;
  readonly epoch: number;
}

/** One epoch of a measured run, image by image and layer by layer. */
export function EpochDetail({ run, epoch }: Props) {
  const at = run.epochs.findIndex((record) => record.epoch === epoch);
  const record = run.epochs[at];
  if (!record) return null;
  return (
    <>
      <EpochAnswers
        key={`${run.name} ${epoch}`}
        record={record}
        before={run.epochs[at - 1] ?? null}
        labels={run.labels}
        settings={run.settings}
      />
      <ClassAccuracies epochs={run.epochs} epoch={epoch} labels={run.labels} />
      <Norms epochs={run.epochs} epoch={epoch} />
    </>
  );
}
