import type { Metadata } from 'next';
import Link from 'next/link';
import styles from '@/components/epochs/Epochs.module.css';
import { EpochsView } from '@/components/epochs/EpochsView';
import { HELD_OUT_COUNT, TRAINING_COUNT } from '@/lib/data/picture-sets';
import { formatCount, formatNumber } from '@/lib/format/format';
import { CLASSES } from '@/lib/pipeline/architecture';

export const metadata: Metadata = {
  title: 'Read the training, epoch by epoch',
  description:
    'The training trace a textbook gives beside a run that was really measured: loss and accuracy of every epoch, each with what its numbers show.',
};

export default function EpochsPage() {
  const guessing = formatNumber(Math.log(CLASSES.length), 2);
  return (
    <div className="wide">
      <h1>Read the training, epoch by epoch</h1>
      <div className={styles.intro}>
        <p>
          An epoch is one pass over all {formatCount(TRAINING_COUNT)} training pictures.{' '}
          <strong>Accuracy</strong> is the share of pictures whose most probable class is the right one.{' '}
          <strong>Loss</strong> is finer: for each picture minus the logarithm of the probability that the
          right class got, and the mean of that. A network that gives all {CLASSES.length} classes the same
          probability has a loss of ln {CLASSES.length} = {guessing}; one that is always sure and always right
          has 0.
        </p>
        <p>
          The gap between training and held-out pictures tells what was learned. As long as both losses fall,
          the network finds what holds for any picture. When the training loss falls on and the held-out loss
          rises, it learns the training pictures by heart. {formatCount(HELD_OUT_COUNT)} held-out pictures are
          few: read a change of a point or two as chance.
        </p>
      </div>
      <EpochsView />
      <p>
        <Link href="/train/">Train the network yourself</Link> with other settings, and compare.
      </p>
    </div>
  );
}
