import Link from 'next/link';
import { bold, number, Rich } from '@/components/site/Rich';
import words from '@/words/modes';
import styles from './Modes.module.css';
import type { ModeFacts } from './modes';

/** The ways to learn, each with its duration and what the learner can do after it. */
export function ModeList({ modes }: { readonly modes: readonly ModeFacts[] }) {
  return (
    <ul className={styles.list}>
      {modes.map(({ mode, title, minutes, summary, after }) => (
        <li key={mode}>
          <h2>
            <Link href={`/modes/${mode}/`} prefetch={false}>
              {title}
            </Link>
          </h2>
          <p className="label">
            <Rich text={words.minutes({ minutes })} tags={{ n: number }} />
          </p>
          <p>{summary}</p>
          <p className={styles.after}>
            <Rich text={words.afterIt({ after })} tags={{ b: bold }} />
          </p>
        </li>
      ))}
    </ul>
  );
}
