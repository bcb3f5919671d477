'use client';

import { useRef } from 'react';
import { ALL_MS, useNear } from '@/components/site/use-near';
import { Pending } from '@/components/state/Pending';
import words from '@/words/worked';
import { ExampleCard } from './ExampleCard';
import styles from './Lesson.module.css';

function Waiting() {
  return (
    <p className={styles.waiting}>
      <Pending>{words.waiting()}</Pending>
    </p>
  );
}

/** Computes the worked example when the learner comes near it: it is further down in a lesson. */
export function WorkedExample({ of }: { readonly of: string }) {
  const place = useRef<HTMLDivElement>(null);
  const near = useNear(place, ALL_MS);
  return <div ref={place}>{near ? <ExampleCard of={of} /> : <Waiting />}</div>;
}
