import Link from 'next/link';
import styles from './Modes.module.css';
import type { ModeFacts } from './modes';

/** The ways to learn, each with its minutes and what one can do after it. */
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
            <span className="number">{minutes}</span> minutes
          </p>
          <p>{summary}</p>
          <p className={styles.after}>
            <b>After it</b> you can {after}
          </p>
        </li>
      ))}
    </ul>
  );
}
