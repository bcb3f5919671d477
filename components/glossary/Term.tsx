import Link from 'next/link';
import type { ReactNode } from 'react';
import words from '@/words/term';
import { termOf } from './glossary';
import styles from './Term.module.css';

interface Props {
  readonly id: string;
  readonly children: ReactNode;
}

/**
 * A term that shows its definition when pressed. It needs no script: the browser opens and closes the
 * definition.
 */
export function Term({ id, children }: Props) {
  const { term, says, stage } = termOf(id);
  const panel = `term-${id}`;
  return (
    <>
      <button type="button" className={`button-text ${styles.term}`} popoverTarget={panel}>
        {children}
      </button>
      <span id={panel} popover="auto" className={`panel ${styles.panel}`}>
        <b>{term}</b> {says}{' '}
        {stage && (
          <Link href={`/stages/${stage}/`} prefetch={false}>
            {words.lesson()}
          </Link>
        )}
      </span>
    </>
  );
}
