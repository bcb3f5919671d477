'use client';

import dynamic from 'next/dynamic';
import { useRef } from 'react';
import { again } from '@/components/parts/again';
import { ALL_MS, useNear } from '@/components/site/use-near';
import { Pending } from '@/components/state/Pending';
import words from '@/words/worked';
import styles from './Lesson.module.css';

const ExampleCard = dynamic(
  again(() => import('./ExampleCard').then((module) => module.ExampleCard)),
  {
    loading: Waiting,
  },
);

function Waiting() {
  return (
    <p className={styles.waiting}>
      <Pending>{words.waiting()}</Pending>
    </p>
  );
}

/** Loads the worked example when the learner comes near it: it is further down in a lesson. */
export function WorkedExample({ of }: { readonly of: string }) {
  const place = useRef<HTMLDivElement>(null);
  const near = useNear(place, ALL_MS);
  return <div ref={place}>{near ? <ExampleCard of={of} /> : <Waiting />}</div>;
}
