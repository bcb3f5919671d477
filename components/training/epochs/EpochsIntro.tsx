'use client';

import { Rich, strong } from '@/components/site/Rich';
import { useDataSet, useHasEpochs, useTimeline } from '@/components/state/hooks';
import { testBy } from '@/components/training/epochs/load-images';
import { formatCount, formatNumber } from '@/lib/format/format';
import { isOfSet } from '@/lib/network/reported';
import words from '@/words/epochs';
import log from '@/words/run-log';
import styles from './Epochs.module.css';

/** With fewer validation images, one image more or less that is right moves the accuracy by more than a tenth of a point. */
const FEW = 1000;

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
        {counts.heldOut < FEW && ` ${words.few({ count: formatCount(counts.heldOut) })}`}
      </p>
    </div>
  );
}
