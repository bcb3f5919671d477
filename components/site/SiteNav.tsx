'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { referencePipeline } from '@/lib/pipeline/reference';
import styles from './SiteHeader.module.css';

const PLACES = [
  { href: `/stages/${referencePipeline.stages[0].id}/`, below: '/stages/', word: 'Lessons' },
  { href: '/trace/', below: '/trace/', word: 'Trace' },
  { href: '/train/', below: '/train/', word: 'Train' },
  { href: '/epochs/', below: '/epochs/', word: 'Epochs' },
  { href: '/quiz/', below: '/quiz/', word: 'Quiz' },
  { href: '/insight/', below: '/insight/', word: 'Insight' },
] as const;

/** The walk, in its order. */
export function SiteNav() {
  const path = usePathname();
  return (
    <nav aria-label="The walk" className={styles.nav}>
      {PLACES.map(({ href, below, word }) => (
        <Link
          key={word}
          href={href}
          aria-current={path.startsWith(below) ? 'page' : undefined}
          prefetch={false}
        >
          {word}
        </Link>
      ))}
    </nav>
  );
}
