'use client';

import dynamic from 'next/dynamic';
import { again } from '@/components/parts/again';
import { WhenNear } from '@/components/site/WhenNear';
import styles from './SlideImage.module.css';

const SlideImage = dynamic(again(() => import('./SlideImage').then((module) => module.SlideImage)));

/** Loads the experiment when the reader comes near it. */
export const SlideLoader = () => (
  <WhenNear waits className={styles.room}>
    <SlideImage />
  </WhenNear>
);
