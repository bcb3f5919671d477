'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { roomOf } from './places';
import styles from './RoomNav.module.css';

/** The pages of this page's group, above its heading. */
export function RoomNav() {
  const path = usePathname();
  const room = roomOf(path);
  if (!room?.pages) return null;
  return (
    <nav aria-label={room.word} className={styles.pages}>
      {room.pages.map(({ href, word }) => (
        <Link
          key={href}
          href={href}
          aria-current={path.startsWith(href) ? 'page' : undefined}
          prefetch={false}
        >
          {word}
        </Link>
      ))}
    </nav>
  );
}
