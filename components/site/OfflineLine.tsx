'use client';

import { useStore } from 'zustand';
import { formatBytes } from '@/lib/format/format';
import { type OfflineView, offline } from '@/lib/state/offline';
import words from '@/words/offline';
import styles from './SiteFooter.module.css';

function said({ phase, bytes, total }: OfflineView): string {
  const sizes = { bytes: formatBytes(bytes), total: formatBytes(total) };
  return phase === 'none' ? '' : words[phase](sizes);
}

/** How much of the site opens without a connection. */
export function OfflineLine() {
  return <p className={styles.kept}>{said(useStore(offline))}</p>;
}
