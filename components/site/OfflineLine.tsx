'use client';

import { useStore } from 'zustand';
import { formatBytes } from '@/lib/format/format';
import { type OfflineView, offline } from '@/lib/state/offline';
import styles from './SiteFooter.module.css';

function words({ phase, bytes, total }: OfflineView): string {
  switch (phase) {
    case 'none':
      return '';
    case 'keeping':
      return `This browser is keeping the site, so that it opens without a connection: ${formatBytes(bytes)} of ${formatBytes(total)}.`;
    case 'part':
      return `This browser keeps ${formatBytes(bytes)} of ${formatBytes(total)} of the site. It goes on at your next visit.`;
    case 'whole':
      return `This browser keeps the whole site, ${formatBytes(total)}: every page works without a connection.`;
  }
}

/** How much of the site opens without a connection. */
export function OfflineLine() {
  return <p className={styles.kept}>{words(useStore(offline))}</p>;
}
