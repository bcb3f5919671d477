'use client';

import { useMemo } from 'react';
import { useNetwork } from '@/components/state/hooks';
import { WeightPicker } from '@/components/weights/WeightPicker';
import { weightWords } from '@/components/weights/weight-words';
import { formatNumber } from '@/lib/format/format';
import { stageOf } from '@/lib/pipeline/pipeline';
import { explainGradient } from '@/lib/provenance/gradient';
import { weightAddress } from '@/lib/state/address';
import styles from './Backward.module.css';
import { OptimizerTable } from './OptimizerTable';
import { PushingPictures } from './PushingPictures';
import { TakeStep } from './TakeStep';
import { useStep, useWeightChoice } from './use-step';

/** One weight in the next training step: which pictures push it which way, and what the optimizer makes of that. */
export function WeightStory() {
  const pipeline = useNetwork((view) => view.pipeline);
  const { choice, missing, choose } = useWeightChoice();
  const step = useStep(choice);
  const { report, weight, busy, sentence } = step;
  const told = useMemo(
    () =>
      report && weight
        ? explainGradient(stageOf(pipeline, weight.of.stage), weight.of, {
            pictures: report.pictures.length,
            ...weight.seen,
          })
        : null,
    [pipeline, report, weight],
  );
  return (
    <>
      <p className={styles.intro}>
        Training shows the network a batch of pictures, asks for the loss’s gradient to each weight, and moves
        the weight against it. Here the next step is taken on a copy. Your network stays as it is.
      </p>
      {missing && (
        <p role="alert">This network has no weight {weightAddress(missing)}, so its first one is shown.</p>
      )}
      <WeightPicker choice={choice} onChoose={choose} />
      <div className={styles.ask}>
        <TakeStep {...step} />
        <p role="status">
          {busy
            ? 'Computing the step …'
            : report
              ? `${report.ofRun ? `The step that your run takes next: number ${report.network.step + 1}` : `The first step of a run from the network of epoch ${report.network.epoch}, with an optimizer that remembers nothing`}. ${report.pictures.length} pictures, mean loss ${formatNumber(report.loss)}.`
              : (sentence ?? 'Nothing has been computed yet.')}
        </p>
      </div>
      {report && sentence && <p role="alert">{sentence}</p>}
      {report && weight && told?.ok && (
        <>
          <h3>{weightWords(weight.of, pipeline)}</h3>
          <p>
            <span className="number">
              {formatNumber(weight.seen.before, 6)} → <b>{formatNumber(weight.seen.after, 6)}</b>
            </span>
            . The loss’s gradient to it is{' '}
            <span className="number">{formatNumber(told.value.gradient, 6)}</span>
            {told.value.gradient === 0
              ? ': no picture of this batch pushes it.'
              : `: more of it would ${told.value.gradient > 0 ? 'raise' : 'lower'} the loss, so the step makes it ${told.value.gradient > 0 ? 'smaller' : 'larger'}, unless what the optimizer remembers is stronger.`}
          </p>
          <PushingPictures report={report} explanation={told.value} />
          <OptimizerTable report={report} seen={weight.seen} part={weight.of.part} />
        </>
      )}
      {told && !told.ok && <p role="alert">{told.problem.sentence}</p>}
    </>
  );
}
