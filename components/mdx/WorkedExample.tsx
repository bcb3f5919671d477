'use client';

import { WhenNear } from '@/components/site/WhenNear';
import { useStage } from '@/components/state/hooks';
import { Pending } from '@/components/state/Pending';
import words from '@/words/worked';
import { ExampleCard } from './ExampleCard';
import styles from './Lesson.module.css';

const Waiting = ({ of }: { readonly of: string }) => (
  // A weighted sum is a table, what other kinds compute is a line.
  <p className={useStage(of).stage.weights?.kernel ? styles.sumRoom : styles.waiting}>
    <Pending>{words.waiting()}</Pending>
  </p>
);

/** Computes the worked example when the learner comes near it: it is further down in a lesson. */
export const WorkedExample = ({ of }: { readonly of: string }) => (
  <WhenNear meanwhile={<Waiting of={of} />}>
    <ExampleCard of={of} />
  </WhenNear>
);
