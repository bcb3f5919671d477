'use client';

import dynamic from 'next/dynamic';
import { again } from '@/components/parts/again';
import { WhenNear } from '@/components/site/WhenNear';
import styles from './SiteFooter.module.css';

const OfflineWords = dynamic(again(() => import('./OfflineWords').then((module) => module.OfflineWords)));

/** How much of the site is available offline, for those who come near the end of a page. Its room is reserved. */
export const OfflineLine = () => (
  <WhenNear waits className={styles.kept}>
    <OfflineWords />
  </WhenNear>
);
