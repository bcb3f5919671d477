'use client';

import dynamic from 'next/dynamic';
import { again } from '@/components/parts/again';
import { WhenNear } from '@/components/site/WhenNear';
import styles from '../Lesson.module.css';

const FilterTable = dynamic(again(() => import('./FilterTable').then((module) => module.FilterTable)));

/** Loads the kernels when the reader comes near them. */
export const LearnedFilters = ({ of }: { readonly of: string }) => (
  <WhenNear waits className={styles.filterRoom}>
    <FilterTable of={of} />
  </WhenNear>
);
