import Link from 'next/link';
import words from '@/words/modes';
import styles from './ModeMenu.module.css';
import { loadModes } from './modes';

/** The menu of the ways to learn, in the header of every page. */
export async function ModeMenu() {
  const modes = await loadModes();
  return (
    <>
      <button type="button" className="button-bare" popoverTarget="modes">
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <path
            d="M1 1h4v4H1zM6 1h4v4H6zM11 1h4v4h-4zM1 6h4v4H1zM6 6h4v4H6zM11 6h4v4h-4zM1 11h4v4H1zM6 11h4v4H6zM11 11h4v4h-4z"
            fill="currentColor"
          />
        </svg>
        <span className={styles.word}>{words.title()}</span>
      </button>
      <nav id="modes" popover="auto" aria-label={words.title()} className={`panel ${styles.menu}`}>
        <ul>
          {modes.map(({ mode, title, minutes, summary }) => (
            <li key={mode}>
              <Link href={`/modes/${mode}/`} prefetch={false}>
                <b>{title}</b> <span className="number">{minutes} min</span>
                <span>{summary}</span>
              </Link>
            </li>
          ))}
        </ul>
        <p>
          <Link href="/modes/" prefetch={false}>
            {words.all()}
          </Link>
        </p>
      </nav>
    </>
  );
}
