'use client';

import dynamic from 'next/dynamic';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { again } from '@/components/parts/again';
import { ROOMS, roomOf } from '@/components/site/places';
import { useTrainingView } from '@/components/state/hooks';
import { isTraining } from '@/lib/store/training/training';
import words from '@/words/site';
import styles from './SiteHeader.module.css';

// Loaded when a run begins.
const TrainingSign = dynamic(again(() => import('./TrainingSign').then((module) => module.TrainingSign)));

/** Links to the steps of the walk, in order. */
export function SiteNav() {
  const here = roomOf(usePathname());
  const trains = useTrainingView(isTraining);
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
          {room.href === '/train/' && trains && <TrainingSign />}
        </Link>
      ))}
    </nav>
  );
}
