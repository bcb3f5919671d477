'use client';

import { max, maxIndex, sum } from 'd3-array';
import { useMemo } from 'react';
import { ProbabilityBars } from '@/components/charts/ProbabilityBars';
import { SaveImage } from '@/components/controls/SaveImage';
import { ChosenImage } from '@/components/images/ChosenImage';
import { number, Rich } from '@/components/site/Rich';
import { useClassWord, useDataSet, useHasEpochs, usePipeline, useTrace } from '@/components/state/hooks';
import { useRecordedPredictions } from '@/components/state/use-recorded-predictions';
import { formatCount, formatPercent } from '@/lib/format/format';
import { reportedSet } from '@/lib/network/reported';
import { confusionOf, countsOf } from '@/lib/run/confusion';
import detail from '@/words/epoch-detail';
import words from '@/words/modes';
import styles from './HitsByClass.module.css';

/** More squares in a row are too small to see. */
const MOST_SQUARES = 24;

/** The prediction for the chosen image, beside how often the network is right about the images of each class. */
export function HitsByClass() {
  const { classes } = usePipeline().architecture;
  const trace = useTrace();
  const output = trace?.complete ? trace.stages[trace.stages.length - 1].values : null;
  const measured = useHasEpochs();
  return (
    <figure className={styles.figure} aria-label={words.hitsFigure()}>
      <div className={styles.one}>
        <ChosenImage />
        <ProbabilityBars classes={classes} probabilities={output} />
      </div>
      {measured && <Hits />}
      <SaveImage />
    </figure>
  );
}

function Hits() {
  const dataSet = useDataSet();
  const { classes, counts } = dataSet;
  const which = reportedSet(dataSet);
  const predictions = useRecordedPredictions(which);
  const confusion = useMemo(() => {
    if (predictions === null || predictions === 'older') return null;
    return countsOf(confusionOf(predictions.labels, predictions.answers, classes.length));
  }, [predictions, classes]);
  if (predictions === 'older') return <p>{detail.olderSet()}</p>;
  const right = sum(confusion ?? [], (row, at) => row[at]);
  const images = sum(confusion?.flat() ?? []);
  const largest = max(confusion ?? [], (row) => sum(row)) ?? 0;
  const per = Math.max(1, Math.ceil(largest / MOST_SQUARES));
  return (
    <div className={styles.all}>
      <p>
        {confusion && (
          <Rich
            text={words.rightOf({
              share: formatPercent(right / Math.max(1, images)),
              count: formatCount(counts[which] ?? 0),
              which,
              per,
            })}
            tags={{ n: number }}
          />
        )}
      </p>
      <ol className={styles.classes} aria-label={words.hitsList()}>
        {classes.map((name, at) => (
          <ClassRow key={name} own={at} predicted={confusion?.[at] ?? null} per={per} />
        ))}
      </ol>
    </div>
  );
}

interface RowProps {
  /** The class. */
  readonly own: number;
  /** How many of its images were predicted as each class; null until it is known. */
  readonly predicted: readonly number[] | null;
  /** How many images a square stands for. */
  readonly per: number;
}

/** A class with a square for each of its images: those predicted correctly are filled. */
function ClassRow({ own, predicted, per }: RowProps) {
  const classWord = useClassWord();
  const { classes } = useDataSet();
  const images = sum(predicted ?? []);
  const right = predicted?.[own] ?? 0;
  const wrong = predicted?.map((count, answer) => (answer === own ? 0 : count)) ?? [];
  const most = maxIndex(wrong);
  return (
    <li>
      <span>{classWord(classes[own])}</span>
      <span className={styles.squares} aria-hidden="true">
        {Array.from({ length: Math.round(images / per) }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the squares are alike
          <i key={at} data-right={at < Math.round(right / per)} />
        ))}
      </span>
      <span className="number">
        {predicted && words.rightInClass({ right: formatCount(right), images: formatCount(images) })}
      </span>
      <span className={styles.taken}>
        {wrong[most] > 0 && words.mostTaken({ name: classWord(classes[most]) })}
      </span>
    </li>
  );
}
