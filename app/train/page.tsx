import type { Metadata } from 'next';
import { Part } from '@/components/parts/Part';
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
    <div className="wide">
      <h1>{words.heading()}</h1>
      <Part name={parts.training()}>
        <TrainingBench />
      </Part>
      <TrainIntro />
    </div>
  );
}
