import type { ReactNode } from 'react';
import words from '@/words/transfer';
import styles from '../Lesson.module.css';
import { TransferForm } from '../later';

interface Props {
  /** The number that is asked for; it stands nowhere else on the page. */
  readonly answer: string;
  /** How to get there. */
  readonly because: string;
  /** The question. */
  readonly children: ReactNode;
}

/** A question that takes the lesson’s idea to a case that the lesson doesn’t have. */
export function Transfer({ answer, because, children }: Props) {
  return (
    <section className={styles.transfer} aria-labelledby="transfer">
      <h2 id="transfer">{words.title()}</h2>
      {children}
      <TransferForm answer={answer} because={because} />
      <noscript>
        <p>{because}</p>
      </noscript>
    </section>
  );
}
