'use client';

import { Rich, strong } from '@/components/site/Rich';
import { useDataSet, useHasEpochs, useTimeline } from '@/components/state/hooks';
import { testBy } from '@/components/training/epochs/load-images';
import { formatCount, formatNumber } from '@/lib/format/format';
import { isOfSet } from '@/lib/network/reported';
import { heldOutNoise, type RunFacts, runFactsOf } from '@/lib/run/curve';
import words from '@/words/epochs';
import log from '@/words/run-log';
import styles from './Epochs.module.css';

/** With fewer validation images, one image more or less that is right moves the accuracy by more than a tenth of a point. */
const FEW = 1000;

/** How much of a change is chance: the standard error where it is greatest, at an accuracy of one half. */
const fewWords = (facts: RunFacts, images: number): string =>
  words.few({
    count: formatCount(images),
    originals: formatCount(facts.independent.heldOut),
    sources: facts.independent.heldOut < images ? 'originals' : 'images',
    points: formatNumber(100 * heldOutNoise(0.5, facts), 0),
  });

/** The terms that the page uses, with the counts of the data set at hand. */
export function EpochsIntro() {
  const dataSet = useDataSet();
  const { counts, classes, images } = dataSet;
  const labels = useTimeline()?.labels;
  const hasEpochs = useHasEpochs();
  const guessing = formatNumber(Math.log(classes.length), 2);
  if (!hasEpochs) return <p>{log.noRun()}</p>;
  return (
    <div className={styles.intro}>
      <p>
        <Rich
          text={words.terms({ images: formatCount(counts.training), classes: classes.length, guessing })}
          tags={{ strong }}
        />
      </p>
      <p>
        {words.gap({ by: labels && !isOfSet(labels, dataSet) ? 'other' : testBy(images) })}
        {counts.heldOut < FEW && ` ${fewWords(runFactsOf(classes.length, counts), counts.heldOut)}`}
      </p>
    </div>
  );
}
