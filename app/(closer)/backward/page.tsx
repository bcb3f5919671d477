import type { Metadata } from 'next';
import { ImageHead } from '@/components/images/ImageHead';
import { Part } from '@/components/parts/Part';
import { NextStep } from '@/components/site/NextStep';
import { bold, Rich } from '@/components/site/Rich';
import styles from '@/components/training/backward/Backward.module.css';
import { BackwardPass } from '@/components/training/backward/BackwardPass';
import { WeightStory } from '@/components/training/backward/WeightStory';
import words from '@/words/backward';
import parts from '@/words/parts';

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

export default function BackwardPage() {
  return (
    <div className="wide room">
      <ImageHead page="/backward/" title={words.title()} />
      <div className={styles.opening}>
        <p className={styles.intro}>
          <Rich text={words.intro()} tags={{ b: bold }} />
        </p>
        <section aria-labelledby="pass">
          <h2 id="pass" className="visually-hidden">
            {words.pass()}
          </h2>
          <Part name={parts.backward()}>
            <BackwardPass />
          </Part>
        </section>
      </div>
      <section aria-labelledby="weight">
        <h2 id="weight">{words.weight()}</h2>
        <Part name={parts.weight()}>
          <WeightStory />
        </Part>
      </section>
      <NextStep to={['whatIf', 'train']} />
    </div>
  );
}
