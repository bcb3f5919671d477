'use client';

import { BACKEND_WORD } from '@/components/site/EngineBadge';
import { useNetwork } from '@/components/state/hooks';
import type { EngineReport } from '@/lib/engine/protocol';
import { formatDuration } from '@/lib/format/format';
import { estimate, forwardPass, picturesOf, progressOf } from '@/lib/run/progress';
import type { TrainingView } from '@/lib/state/network';
import styles from './Train.module.css';

const withThreads = ({ backend, threads }: EngineReport) =>
  threads > 1 ? `${BACKEND_WORD[backend]} on ${threads} threads` : BACKEND_WORD[backend];

/** How long a picture takes here: measured in the run where there is one, else estimated by the probe, and said so. */
function pace(report: EngineReport, view: TrainingView): string {
  const { perPicture } = progressOf(view.settings, view.epochs, view.batches, picturesOf(view.settings));
  if (perPicture !== null) return `${formatDuration(perPicture)} a training picture, measured in this run`;
  const probe = report.probes.find(({ backend }) => backend === report.backend);
  const forward = probe ? forwardPass(probe) : null;
  if (forward === null) return 'not yet measured';
  const all = formatDuration(estimate(view.settings, picturesOf(view.settings), forward));
  return `${formatDuration(forward)} a picture forward, as probed; by that, about ${all} for the whole run`;
}

/** What computes, how fast it goes, and the way to the choice of another (the panel of the header). */
export function EngineLine({ view }: { view: TrainingView }) {
  const report = useNetwork(({ report: now }) => now);
  return (
    <p className={styles.engine}>
      <span>{report ? `${withThreads(report)}: ${pace(report, view)}.` : 'The engine is starting.'}</span>{' '}
      <button type="button" className={styles.link} popoverTarget="engine-choice">
        Choose what computes
      </button>
    </p>
  );
}
