import type { Metadata } from 'next';
import Link from 'next/link';
import { RoomNav } from '@/components/site/RoomNav';
import styles from '@/components/train/Train.module.css';
import { TrainingBench } from '@/components/train/TrainingBench';
import { HELD_OUT_COUNT, TRAINING_COUNT } from '@/lib/data/picture-sets';
import { formatCount } from '@/lib/format/format';
import { CLASSES } from '@/lib/pipeline/architecture';
import { referencePipeline } from '@/lib/pipeline/reference';

export const metadata: Metadata = {
  title: 'Train the network',
  description:
    'Train a convolutional network in this browser and watch its loss, accuracy, filters, feature maps and answers change with every step.',
};

export default function TrainPage() {
  return (
    <div className="wide">
      <RoomNav />
      <h1>Train the network yourself</h1>
      <p className={styles.intro}>
        {formatCount(referencePipeline.parameters)} weights, {formatCount(TRAINING_COUNT)} pictures of{' '}
        {CLASSES.length} classes. After each epoch the network is measured on {formatCount(HELD_OUT_COUNT)}{' '}
        pictures by an artist it never learns from. Start, and watch what changes; then{' '}
        <Link href="/epochs/">read the run epoch by epoch</Link>, or{' '}
        <Link href="/faults/">find what is wrong with a broken one</Link>.
      </p>
      <TrainingBench />
    </div>
  );
}
