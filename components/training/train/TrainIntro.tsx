'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { Rich } from '@/components/site/Rich';
import { useDataSet, usePipeline } from '@/components/state/hooks';
import { formatCount } from '@/lib/format/format';
import { isStored } from '@/lib/network/subject';
import words from '@/words/train';
import styles from './Train.module.css';

const link = (href: string) => (text?: ReactNode) => (
  <Link href={href} prefetch={false}>
    {text}
  </Link>
);

/** What is trained here, and on what; nothing where there are no images to train on. */
export function TrainIntro() {
  const { parameters } = usePipeline();
  const { images, counts, classes } = useDataSet();
  if (!images) return null;
  return (
    <p className={styles.intro}>
      <Rich
        text={(isStored(images) ? words.introOwn : words.intro)({
          weights: formatCount(parameters),
          images: formatCount(counts.training),
          classes: classes.length,
          heldOut: formatCount(counts.heldOut),
          test: formatCount(counts.test ?? 0),
        })}
        tags={{ epochs: link('/epochs/'), faults: link('/faults/') }}
      />
    </p>
  );
}
