'use client';

import dynamic from 'next/dynamic';
import { useRef } from 'react';
import { again } from '@/components/parts/again';
import { useNear } from '@/components/site/use-near';
import styles from '../Lesson.module.css';

const TaskCard = dynamic(again(() => import('./TaskCard').then((module) => module.TaskCard)));

/** Loads the task when the learner comes near it: it is at the end of a lesson. */
export function TaskLoader({ of }: { readonly of: string }) {
  const place = useRef<HTMLDivElement>(null);
  const near = useNear(place);
  return (
    <div ref={place} className={styles.room}>
      {near && <TaskCard of={of} />}
    </div>
  );
}
