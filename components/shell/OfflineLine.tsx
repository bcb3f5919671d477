'use client';

import dynamic from 'next/dynamic';
import { useStore } from 'zustand';
import { again } from '@/components/parts/again';
import { offline } from '@/lib/store/page/offline';
import styles from './SiteFooter.module.css';

/** There is nothing to say until the page has come to rest. */
const OfflineWords = dynamic(again(() => import('./OfflineWords').then((module) => module.OfflineWords)));

/** How much of the site opens without a connection. Its room is kept from the start. */
export function OfflineLine() {
  const kept = useStore(offline);
  return <p className={styles.kept}>{kept.phase !== 'none' && <OfflineWords {...kept} />}</p>;
}
