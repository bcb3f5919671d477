'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { ROOMS, roomOf } from '@/components/site/places';
import words from '@/words/site';
import styles from './SiteHeader.module.css';
import { LateTrainingSign } from './training/LateTrainingSign';

/** Links to the steps of the walk, in order. */
export function SiteNav() {
  const here = roomOf(usePathname());
  return (
    <nav aria-label={words.walk()} className={styles.nav}>
      {ROOMS.map((room) => (
        <Link
          key={room.word}
          href={room.href}
          aria-current={room === here ? 'page' : undefined}
          prefetch={false}
        >
          {room.word}
          {room.href === '/train/' && <LateTrainingSign />}
        </Link>
      ))}
    </nav>
  );
}
