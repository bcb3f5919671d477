'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { Rich } from '@/components/site/Rich';
import { useImage, useSubject } from '@/components/state/hooks';
import { formatCount, formatPercent } from '@/lib/format/format';
import { FIRST_SUBJECT } from '@/lib/network/subject';
import { TITLES } from '@/lib/shelf/titles';
import words from '@/words/home';
import styles from './Home.module.css';

const titleOf = (id: string) => TITLES.find((title) => title.id === id);

const link = (href: string) => (text?: ReactNode) => (
  <Link href={href} prefetch={false}>
    {text}
  </Link>
);

/** Beside an own image on the course's network: what that network has seen, how well it does there, and where to go. */
export function OnlyDrawings() {
  const own = useImage()?.kind === 'own';
  const course = useSubject(({ subject }) => subject.id === FIRST_SUBJECT);
  const [drawings, photographs] = [titleOf(FIRST_SUBJECT), titleOf('photographs')];
  if (!own || !course || !drawings || !photographs) return null;
  return (
    <p className={`notice ${styles.only}`}>
      <Rich
        text={words.onlyDrawings({
          images: formatCount(drawings.test.images),
          share: formatPercent(drawings.test.accuracy),
          photographs: formatCount(photographs.test.images),
          photographsShare: formatPercent(photographs.test.accuracy),
        })}
        tags={{
          sees: link('/see/#neighbours'),
          other: link(`/?network=${photographs.id}`),
          both: link('/networks/#out-of-distribution'),
        }}
      />
    </p>
  );
}
