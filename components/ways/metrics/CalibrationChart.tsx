import { useMemo } from 'react';
import { calibrationOf } from '@/lib/metrics/calibration';
import type { Scored } from '@/lib/metrics/classification';
import type { Behind } from './behind';
import { CalibrationBars } from './CalibrationBars';

interface Props {
  readonly scored: Scored;
  onOpen(behind: Behind): void;
}

/** The calibration of the answers to a set of images, which can be opened bin by bin. */
export function CalibrationChart({ scored, onOpen }: Props) {
  const { bins, error } = useMemo(() => calibrationOf(scored), [scored]);
  const counted = bins.map((bin) => ({ ...bin, images: bin.images.length }));
  return (
    <CalibrationBars
      bins={counted}
      error={error}
      onOpen={(at, title) => onOpen({ title, indices: bins[at].images })}
    />
  );
}
