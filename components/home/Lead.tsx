'use client';

import { usePipeline } from '@/components/state/hooks';
import { formatCount } from '@/lib/format/format';
import words from '@/words/home';
import styles from './Home.module.css';

/** The site in two sentences, with the numbers of the network at hand. */
export function Lead() {
  const { stages, parameters } = usePipeline();
  return (
    <p className={styles.lead}>{words.lead({ weights: formatCount(parameters), stages: stages.length })}</p>
  );
}
