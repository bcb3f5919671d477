import Link from 'next/link';
import type { CSSProperties } from 'react';
import { number, Rich } from '@/components/site/Rich';
import { minutesOf, plainMessage } from '@/lib/site/walk/count';
import { walkWork } from '@/lib/site/walk/reading';
import { LOCALE } from '@/words/locale';
import words from '@/words/walk';
import { nameOf } from './names';
import styles from './Walk.module.css';

/** The place of a page on the walk, and what comes next there. */
export async function placeOnWalk(page: string) {
  const steps = await walkWork(LOCALE);
  const at = steps.findIndex(({ href }) => href === page);
  if (at < 0) throw new Error(`${page} is not on the walk`);
  return { at, of: steps.length, minutes: minutesOf(steps[at].walk), next: steps[at + 1]?.href ?? null };
}

/** Where on the walk a page of it is, how long it takes there, and what comes next. Rendered while the site is built. */
export async function WalkLine({ page }: { readonly page: string }) {
  const { at, of, minutes, next } = await placeOnWalk(page);
  const line = words.line({ at: at + 1, of, minutes });
  const onward = next && words.next({ page: nameOf(next) });
  const letters = plainMessage(line).length + (onward?.length ?? 0);
  return (
    <p className={styles.line} style={{ '--letters': letters } as CSSProperties}>
      <span className={styles.marks} aria-hidden="true">
        {Array.from({ length: of }, (_, n) => (
          <i key={String(n)} data-state={n < at ? 'past' : n === at ? 'here' : 'open'} />
        ))}
      </span>
      <span>
        <Rich text={line} tags={{ n: number }} />
      </span>
      {next && (
        <Link href={next} prefetch={false}>
          {onward}
        </Link>
      )}
    </p>
  );
}
