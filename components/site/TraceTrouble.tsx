'use client';

import { useMemo } from 'react';
import { useNetwork } from '@/components/state/hooks';
import { allFinite } from '@/lib/tensor/finite';
import words from '@/words/site';
import styles from './TraceTrouble.module.css';

/** Says, as long as it is so, that what the pages show of the chosen image are no numbers any more, and from where on. */
export function TraceTrouble() {
  const trace = useNetwork((view) => view.trace);
  const held = useNetwork((view) => view.heldTrace);
  const stage = useMemo(
    () => [trace, held].flatMap((one) => one?.stages ?? []).find(({ values }) => !allFinite(values))?.stage,
    [trace, held],
  );
  return <div role="status">{stage && <p className={styles.trouble}>{words.noNumbers({ stage })}</p>}</div>;
}
