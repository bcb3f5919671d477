'use client';

import dynamic from 'next/dynamic';
import { useRef } from 'react';
import { again } from '@/components/parts/again';
import { useNear } from '@/components/site/use-near';
import styles from './SlideImage.module.css';

const SlideImage = dynamic(again(() => import('./SlideImage').then((module) => module.SlideImage)));

/** Loads the experiment when the reader comes near it. */
export function SlideLoader() {
  const place = useRef<HTMLDivElement>(null);
  const near = useNear(place);
  return (
    <div ref={place} className={styles.room}>
      {near && <SlideImage />}
    </div>
  );
}
