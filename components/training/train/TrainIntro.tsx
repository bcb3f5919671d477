'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { Rich } from '@/components/site/Rich';
import { useDataSet, usePipeline } from '@/components/state/hooks';
import { formatCount } from '@/lib/format/format';
import words from '@/words/train';
import styles from './Train.module.css';

const link = (href: string) => (text?: ReactNode) => (
  <Link href={href} prefetch={false}>
    {text}
  </Link>
);

/** What is trained here, on what; of a network whose images are not part of the site, that it can't be. */
export function TrainIntro() {
  const { parameters } = usePipeline();
  const { images, counts, classes } = useDataSet();
  if (!images) return <p className={styles.intro}>{words.notHere()}</p>;
  return (
    <p className={styles.intro}>
      <Rich
        text={words.intro({
          weights: formatCount(parameters),
          images: formatCount(counts.training),
          classes: classes.length,
          heldOut: formatCount(counts.heldOut),
        })}
        tags={{ epochs: link('/epochs/'), faults: link('/faults/') }}
      />
    </p>
  );
}
