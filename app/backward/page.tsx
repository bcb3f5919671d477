import type { Metadata } from 'next';
import styles from '@/components/backward/Backward.module.css';
import { BackwardPass } from '@/components/backward/BackwardPass';
import { WeightStory } from '@/components/backward/WeightStory';
import { RoomNav } from '@/components/site/RoomNav';

export const metadata: Metadata = {
  title: 'The way back',
  description:
    'The backward pass of a real network, stage by stage: how the loss changes with every value, and why one weight moves in the next training step, picture by picture.',
};

export default function BackwardPage() {
  return (
    <div className="wide">
      <RoomNav />
      <h1>The way back</h1>
      <p className={styles.intro}>
        Training asks one question of every number in the network: if it were a little larger, would the loss
        rise or fall, and how fast? The answer is its <b>gradient</b>. It is computed from the last stage back
        to the first, each stage from the one after it.
      </p>
      <section aria-labelledby="pass">
        <h2 id="pass">One picture, stage by stage</h2>
        <BackwardPass />
      </section>
      <section aria-labelledby="weight">
        <h2 id="weight">Why one weight moves</h2>
        <WeightStory />
      </section>
    </div>
  );
}
