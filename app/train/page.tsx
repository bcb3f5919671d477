import type { Metadata } from 'next';
import { OtherImagesPart } from '@/components/explore/data/train/OtherImagesPart';
import { Part } from '@/components/parts/Part';
import { NextStep } from '@/components/site/NextStep';
import { WalkHead } from '@/components/site/walk/WalkHead';
import styles from '@/components/training/train/Train.module.css';
import { TrainIntro } from '@/components/training/train/TrainIntro';
import { TrainingBench } from '@/components/training/train/TrainingBench';
import parts from '@/words/parts';
import words from '@/words/train';

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

export default function TrainPage() {
  return (
    <div className="wide room">
      <WalkHead page="/train/" title={words.heading()} className={styles.title} />
      <Part name={parts.training()}>
        <TrainingBench instead={<OtherImagesPart />} />
      </Part>
      <TrainIntro />
      <NextStep to={['epochs']} />
    </div>
  );
}
