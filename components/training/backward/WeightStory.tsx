'use client';

import { useMemo } from 'react';
import { bold, number, Rich } from '@/components/site/Rich';
import { useClassWord, usePipeline } from '@/components/state/hooks';
import { WeightPicker } from '@/components/weights/WeightPicker';
import { weightWords } from '@/components/weights/weight-words';
import { formatFactor, formatNumber } from '@/lib/format/format';
import { stageOf } from '@/lib/network/pipeline';
import { explainGradient } from '@/lib/provenance/gradient';
import { weightAddress } from '@/lib/store/learner/write-address';
import words from '@/words/backward-weight';
import styles from './Backward.module.css';
import { OptimizerTable } from './OptimizerTable';
import { PushingImages } from './PushingImages';
import { TakeStep } from './TakeStep';
import { useStep, useWeightChoice } from './use-step';

/**
 * One weight in the next training step: which images push it in which direction, and the optimizer's update.
 */
export function WeightStory() {
  const classWord = useClassWord();
  const pipeline = usePipeline();
  const { choice, missing, choose } = useWeightChoice();
  const step = useStep(choice);
  const { report, weight, busy, sentence } = step;
  const explanation = useMemo(
    () =>
      report && weight
        ? explainGradient(stageOf(pipeline, weight.of.stage), weight.of, {
            images: report.images.length,
            ...weight.seen,
          })
        : null,
    [pipeline, report, weight],
  );
  return (
    <>
      <p className={styles.intro}>{words.intro()}</p>
      {missing && <p role="alert">{words.missing({ weight: weightAddress(missing) })}</p>}
      <WeightPicker choice={choice} onChoose={choose} />
      <div className={styles.ask}>
        <TakeStep {...step} />
        <p role="status">
          {busy
            ? words.computing()
            : report
              ? words.report({
                  ofRun: report.ofRun ? 'yes' : 'no',
                  step: report.network.step + 1,
                  epoch: report.network.epoch,
                  images: report.images.length,
                  loss: formatNumber(report.loss),
                })
              : (sentence ?? words.nothing())}
        </p>
      </div>
      {report && sentence && <p role="alert">{sentence}</p>}
      {report && weight && explanation?.ok && (
        <>
          <h3>{weightWords(weight.of, pipeline, classWord)}</h3>
          <p>
            <Rich
              text={words.moves({
                before: formatFactor(weight.seen.before),
                after: formatFactor(weight.seen.after),
                gradient: formatFactor(explanation.value.gradient),
                way:
                  explanation.value.gradient === 0 ? 'none' : explanation.value.gradient > 0 ? 'up' : 'down',
              })}
              tags={{ n: number, b: bold }}
            />
          </p>
          <PushingImages report={report} explanation={explanation.value} />
          <OptimizerTable report={report} seen={weight.seen} part={weight.of.part} />
        </>
      )}
      {explanation && !explanation.ok && <p role="alert">{explanation.problem.sentence}</p>}
    </>
  );
}
