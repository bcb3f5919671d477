import type { Metadata } from 'next';
import styles from '@/components/backward/Backward.module.css';
import { BackwardPass } from '@/components/backward/BackwardPass';
import { WeightStory } from '@/components/backward/WeightStory';
import { bold, Rich } from '@/components/site/Rich';
import { RoomNav } from '@/components/site/RoomNav';
import words from '@/words/backward';

export const metadata: Metadata = {
  title: words.title(),
  description: words.description(),
};

export default function BackwardPage() {
  return (
    <div className="wide">
      <RoomNav />
      <h1>{words.title()}</h1>
      <p className={styles.intro}>
        <Rich text={words.intro()} tags={{ b: bold }} />
      </p>
      <section aria-labelledby="pass">
        <h2 id="pass">{words.pass()}</h2>
        <BackwardPass />
      </section>
      <section aria-labelledby="weight">
        <h2 id="weight">{words.weight()}</h2>
        <WeightStory />
      </section>
    </div>
  );
}
