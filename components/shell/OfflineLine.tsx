'use client';

import dynamic from 'next/dynamic';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { again } from '@/components/parts/again';
import { useNear } from '@/components/site/use-near';
import { countKept, offline } from '@/lib/store/page/offline';
import styles from './SiteFooter.module.css';

/** Nothing is shown until the page is idle and a reader comes near its end. */
const OfflineWords = dynamic(again(() => import('./OfflineWords').then((module) => module.OfflineWords)));

/** How much of the site is available offline. Its room is reserved from the start. */
export function OfflineLine() {
  const kept = useStore(offline);
  const place = useRef<HTMLParagraphElement>(null);
  const near = useNear(place);
  useEffect(() => {
    if (near) countKept();
  }, [near]);
  return (
    <p ref={place} className={styles.kept}>
      {near && kept.phase !== 'none' && <OfflineWords {...kept} />}
    </p>
  );
}
