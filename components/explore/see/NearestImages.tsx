'use client';

import { useEffect, useMemo } from 'react';
import { SaveImage } from '@/components/controls/SaveImage';
import { PixelThumb } from '@/components/images/PixelThumb';
import { useClassWord, usePipeline, useStageTrace } from '@/components/state/hooks';
import { imageOf } from '@/lib/data/data-set';
import { formatNumber } from '@/lib/format/format';
import { nearest } from '@/lib/metrics/survey/pca';
import words from '@/words/see-survey';
import styles from './See.module.css';
import { useSurvey } from './use-survey';

const NEAREST = 8;

/** The training images whose values before the output are nearest to those of the chosen image. */
export function NearestImages() {
  const classWord = useClassWord();
  const { stages, architecture } = usePipeline();
  const stage = stages[stages.length - 2];
  const trace = useStageTrace(stage.id);
  const { found, sentence, ask } = useSurvey('training', stage.id);
  useEffect(ask, [ask]);
  const near = useMemo(() => {
    if (!found || trace?.values.length !== found.survey.channels) return null;
    const { values, images, channels } = found.survey;
    return nearest(values, images, channels, trace.values).slice(0, NEAREST);
  }, [found, trace]);
  if (!found || !near)
    return (
      <p role="status" className={styles.waiting}>
        {sentence ?? words.busy()}
      </p>
    );
  const { images } = found;
  return (
    <figure className={styles.nearest} aria-label={words.nearestTraining({ count: stage.output[0] })}>
      <figcaption role="status">{words.nearestTraining({ count: stage.output[0] })}</figcaption>
      <ol className={styles.images}>
        {near.map(({ point, distance }) => (
          <li key={point}>
            <PixelThumb pixels={imageOf(images, point)} className={styles.thumb} />
            <span>{classWord(architecture.classes[images.labels[point]])}</span>{' '}
            <span className="number">{formatNumber(distance, 1)}</span>
          </li>
        ))}
      </ol>
      <SaveImage />
    </figure>
  );
}
