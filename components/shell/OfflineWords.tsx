'use client';

import { useEffect } from 'react';
import { useStore } from 'zustand';
import { formatBytes } from '@/lib/format/bytes';
import { countKept, keepAllOffline, offline } from '@/lib/store/page/offline';
import words from '@/words/offline';
import styles from './SiteFooter.module.css';

/** How much of the site this browser has cached, in a sentence, and the button that has it cache the rest. */
export function OfflineWords() {
  const { phase, bytes, total } = useStore(offline);
  useEffect(countKept, []);
  if (phase === 'none') return null;
  return (
    <>
      <span>{words[phase]({ bytes: formatBytes(bytes), total: formatBytes(total) })}</span>
      {(phase === 'few' || phase === 'part') && (
        <button type="button" className={`button-quiet ${styles.keep}`} onClick={keepAllOffline}>
          {words.keep({ rest: formatBytes(total - bytes) })}
        </button>
      )}
    </>
  );
}
