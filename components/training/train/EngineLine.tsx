'use client';

import { useDataSet, useEngine, usePipeline } from '@/components/state/hooks';
import { formatDuration } from '@/lib/format/format';
import { BACKEND_WORD, type EngineReport } from '@/lib/network/backends';
import type { Pipeline } from '@/lib/network/pipeline';
import { measuredCounts } from '@/lib/network/reported';
import { estimateShown, forwardPass, imagesOf, progressOf } from '@/lib/run/progress';
import type { TrainingView } from '@/lib/store/training/training-view';
import words from '@/words/train';
import styles from './Train.module.css';

const withThreads = ({ backend, threads }: EngineReport) =>
  words.onThreads({ backend: BACKEND_WORD[backend], threads });

/**
 * The time per image on this machine: measured in the run where there is one, otherwise estimated by the
 * probe, and labelled as such.
 */
function pace(
  report: EngineReport,
  view: TrainingView,
  pipeline: Pipeline,
  counts: ReturnType<typeof measuredCounts>,
): string {
  const images = imagesOf(view.settings, counts.training);
  const { perImage } = progressOf(view.settings, view.epochs, view.batches, images);
  if (perImage !== null) return words.pacePerImage({ time: formatDuration(perImage) });
  const probe = report.probes.find(({ backend }) => backend === report.backend);
  const forward = probe ? forwardPass(probe, pipeline) : null;
  if (forward === null) return words.notMeasured();
  const all = formatDuration(estimateShown(view.settings, pipeline, counts, forward));
  const own = !probe?.multiplyAdds || probe.multiplyAdds === pipeline.multiplyAdds;
  return words.paceForward({ own: own ? 'yes' : 'no', time: formatDuration(forward), all });
}

/** The current backend, its speed, and a link to the choice of a different one (the panel of the header). */
export function EngineLine({ view }: { view: TrainingView }) {
  const counts = measuredCounts(useDataSet());
  const pipeline = usePipeline();
  const report = useEngine((view) => view.report);
  return (
    <p className={styles.engine}>
      <span>
        {report
          ? words.engine({ engine: withThreads(report), pace: pace(report, view, pipeline, counts) })
          : words.engineStarting()}
      </span>{' '}
      <button type="button" className="button-text" popoverTarget="engine-choice">
        {words.chooseEngine()}
      </button>
    </p>
  );
}
