'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useId } from 'react';
import words from '@/words/site-map';
import styles from './Map.module.css';
import { groupsOf, isAt, type Minutes, type PageGroup, type WayLine } from './pages';

interface Props {
  readonly ways: readonly WayLine[];
  readonly minutes: Minutes;
  /** A link was followed. */
  onLeave(): void;
}

/** Every page of the site with its purpose, in groups; the present one is marked. */
export default function PageMap({ ways, minutes, onLeave }: Props) {
  return (
    <div className={styles.groups}>
      {groupsOf(ways, minutes).map((group) => (
        <Group key={group.title} group={group} onLeave={onLeave} />
      ))}
    </div>
  );
}

function Group({ group, onLeave }: { readonly group: PageGroup; onLeave(): void }) {
  const heading = useId();
  const path = usePathname();
  return (
    <section aria-labelledby={heading} className={styles.group}>
      <h2 id={heading}>{group.title}</h2>
      <ul className={styles.pages}>
        {group.pages.map((page) => (
          <li key={page.href}>
            <Link
              href={page.href}
              aria-current={isAt(path, page) ? 'page' : undefined}
              prefetch={false}
              onClick={onLeave}
            >
              <b>
                {page.word}
                {page.minutes && <small>{words.minutes({ minutes: page.minutes })}</small>}
              </b>
              <span>{page.line}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
