'use client';

import { useDataSet } from '@/components/state/hooks';
import { formatCount } from '@/lib/format/format';
import styles from './batch.module.css';

/** What stands before a shape where shapes are those of all training images at once: "1,000 × ". */
export function BatchAxis({ sign = ' × ' }: { readonly sign?: string }) {
  const { training } = useDataSet().counts;
  return training > 0 ? <span className={styles.axis} data-images={formatCount(training) + sign} /> : null;
}
