'use client';

import dynamic from 'next/dynamic';
import { useStore } from 'zustand';
import { again } from '@/components/parts/again';
import { offline } from '@/lib/store/page/offline';
import styles from './SiteFooter.module.css';

/** Nothing is shown until the page is idle. */
const OfflineWords = dynamic(again(() => import('./OfflineWords').then((module) => module.OfflineWords)));

/** How much of the site is available offline. Its room is reserved from the start. */
export function OfflineLine() {
  const kept = useStore(offline);
  return <p className={styles.kept}>{kept.phase !== 'none' && <OfflineWords {...kept} />}</p>;
}
