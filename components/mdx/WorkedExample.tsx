'use client';

import { WhenNear } from '@/components/site/WhenNear';
import { Pending } from '@/components/state/Pending';
import words from '@/words/worked';
import { ExampleCard } from './ExampleCard';
import styles from './Lesson.module.css';

const Waiting = () => (
  <p className={styles.waiting}>
    <Pending>{words.waiting()}</Pending>
  </p>
);

/** Computes the worked example when the learner comes near it: it is further down in a lesson. */
export const WorkedExample = ({ of }: { readonly of: string }) => (
  <WhenNear meanwhile={<Waiting />}>
    <ExampleCard of={of} />
  </WhenNear>
);
