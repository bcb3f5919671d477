'use client';

import dynamic from 'next/dynamic';
import { useRef } from 'react';
import { again } from '@/components/parts/again';
import { useNear } from '@/components/site/use-near';
import styles from '../Lesson.module.css';

const TransferForm = dynamic(again(() => import('./TransferForm').then((module) => module.TransferForm)));

interface Props {
  readonly answer: string;
  readonly because: string;
}

/** Loads the form when the reader comes near it: it is at the end of a lesson. */
export function TransferLoader(props: Props) {
  const place = useRef<HTMLDivElement>(null);
  const near = useNear(place);
  return (
    <div ref={place} className={styles.transferRoom}>
      {near && <TransferForm {...props} />}
    </div>
  );
}
