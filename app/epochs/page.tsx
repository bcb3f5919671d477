import type { Metadata } from 'next';
import Link from 'next/link';
import { Part } from '@/components/parts/Part';
import { Rich, strong } from '@/components/site/Rich';
import styles from '@/components/training/epochs/Epochs.module.css';
import { EpochsView } from '@/components/training/epochs/EpochsView';
import { REFERENCE_FACTS } from '@/lib/course/facts';
import { HELD_OUT_COUNT, TRAINING_COUNT } from '@/lib/course/image-sets';
import { CLASSES } from '@/lib/course/reference';
import { formatCount, formatNumber } from '@/lib/format/format';
import words from '@/words/epochs';
import parts from '@/words/parts';

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

export default function EpochsPage() {
  const guessing = formatNumber(Math.log(CLASSES.length), 2);
  return (
    <div className="wide">
      <h1>{words.title()}</h1>
      <div className={styles.intro}>
        <p>
          <Rich
            text={words.terms({ images: formatCount(TRAINING_COUNT), classes: CLASSES.length, guessing })}
            tags={{ strong }}
          />
        </p>
        <p>{words.gap({ count: formatCount(HELD_OUT_COUNT) })}</p>
      </div>
      <Part name={parts.epochs()}>
        <EpochsView textbook={REFERENCE_FACTS.trainingTrace} />
      </Part>
      <p>
        <Rich text={words.trainIt()} tags={{ link: (text) => <Link href="/train/">{text}</Link> }} />
      </p>
    </div>
  );
}
