import type { Metadata } from 'next';
import { ChosenImage } from '@/components/images/ChosenImage';
import { Part } from '@/components/parts/Part';
import { WalkHead } from '@/components/site/walk/WalkHead';
import { PredictionTrace, TraceIntro } from '@/components/trace/PredictionTrace';
import styles from '@/components/trace/PredictionTrace.module.css';
import parts from '@/words/parts';
import words from '@/words/trace';

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

export default function TracePage() {
  return (
    <div className="wide">
      <div className={styles.opening}>
        <WalkHead page="/trace/" title={words.title()} />
        <Part name={parts.image()}>
          <ChosenImage />
        </Part>
      </div>
      <Part name={parts.trace()}>
        <PredictionTrace />
      </Part>
      <TraceIntro />
    </div>
  );
}
