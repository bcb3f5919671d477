'use client';

import dynamic from 'next/dynamic';
import { again } from '@/components/parts/again';
import { WhenNear } from '@/components/site/WhenNear';
import styles from '../Lesson.module.css';

const TransferForm = dynamic(again(() => import('./TransferForm').then((module) => module.TransferForm)));

interface Props {
  readonly answer: string;
  readonly because: string;
}

/** Loads the form when the reader comes near it: it is at the end of a lesson. */
export const TransferLoader = (props: Props) => (
  <WhenNear waits className={styles.transferRoom}>
    <TransferForm {...props} />
  </WhenNear>
);
