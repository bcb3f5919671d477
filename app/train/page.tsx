import type { Metadata } from 'next';
import Link from 'next/link';
import { Part } from '@/components/parts/Part';
import { Rich } from '@/components/site/Rich';
import { RoomNav } from '@/components/site/RoomNav';
import styles from '@/components/training/train/Train.module.css';
import { TrainingBench } from '@/components/training/train/TrainingBench';
import { HELD_OUT_COUNT, TRAINING_COUNT } from '@/lib/course/image-sets';
import { CLASSES, referencePipeline } from '@/lib/course/reference';
import { formatCount } from '@/lib/format/format';
import parts from '@/words/parts';
import words from '@/words/train';

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

export default function TrainPage() {
  return (
    <div className="wide">
      <RoomNav />
      <h1>{words.heading()}</h1>
      <p className={styles.intro}>
        <Rich
          text={words.intro({
            weights: formatCount(referencePipeline.parameters),
            images: formatCount(TRAINING_COUNT),
            classes: CLASSES.length,
            heldOut: formatCount(HELD_OUT_COUNT),
          })}
          tags={{
            epochs: (text) => (
              <Link href="/epochs/" prefetch={false}>
                {text}
              </Link>
            ),
            faults: (text) => (
              <Link href="/faults/" prefetch={false}>
                {text}
              </Link>
            ),
          }}
        />
      </p>
      <Part name={parts.training()}>
        <TrainingBench />
      </Part>
    </div>
  );
}
