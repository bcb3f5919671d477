'use client';

import { usePipeline } from '@/components/state/hooks';
import { formatCount } from '@/lib/format/format';
import { size } from '@/lib/tensor/tensor';
import words from '@/words/space';
import styles from './Space.module.css';

/** What the page shows, with the number of values of the network at hand. */
export function SpaceIntro() {
  const count = usePipeline().stages.reduce((sum, { output }) => sum + size(output), 0);
  return <p className={styles.intro}>{words.intro({ count: formatCount(count) })}</p>;
}
