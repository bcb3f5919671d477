'use client';

import dynamic from 'next/dynamic';
import { again } from '@/components/parts/again';
import { WhenNear } from '@/components/site/WhenNear';
import styles from '../Lesson.module.css';

const TaskCard = dynamic(again(() => import('./TaskCard').then((module) => module.TaskCard)));

/** Loads the task when the learner comes near it: it is at the end of a lesson. */
export const TaskLoader = ({ of }: { readonly of: string }) => (
  <WhenNear waits className={styles.room}>
    <TaskCard of={of} />
  </WhenNear>
);
