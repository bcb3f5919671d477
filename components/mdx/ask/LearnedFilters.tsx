'use client';

import dynamic from 'next/dynamic';
import { useRef } from 'react';
import { again } from '@/components/parts/again';
import { useNear } from '@/components/site/use-near';
import styles from '../Lesson.module.css';

const FilterTable = dynamic(again(() => import('./FilterTable').then((module) => module.FilterTable)));

/** Loads the kernels when the reader comes near them. */
export function LearnedFilters({ of }: { readonly of: string }) {
  const place = useRef<HTMLDivElement>(null);
  const near = useNear(place);
  return (
    <div ref={place} className={styles.filterRoom}>
      {near && <FilterTable of={of} />}
    </div>
  );
}
