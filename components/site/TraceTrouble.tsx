'use client';

import { useMemo } from 'react';
import { usePinnedTrace, useTrace } from '@/components/state/hooks';
import { allFinite } from '@/lib/tensor/finite';
import words from '@/words/site';
import styles from './TraceTrouble.module.css';

/** While the trace of the chosen image contains non-finite values, says so, and from which stage on. */
export function TraceTrouble() {
  const trace = useTrace();
  const pinned = usePinnedTrace();
  const stage = useMemo(
    () => [trace, pinned].flatMap((one) => one?.stages ?? []).find(({ values }) => !allFinite(values))?.stage,
    [trace, pinned],
  );
  return <div role="status">{stage && <p className={styles.trouble}>{words.noNumbers({ stage })}</p>}</div>;
}
