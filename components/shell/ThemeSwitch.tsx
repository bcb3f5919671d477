'use client';

import { useSyncExternalStore } from 'react';
import words from '@/words/site';
import styles from './SiteHeader.module.css';
import { followTheme, presentTheme, setTheme, type Theme } from './theme';

const NEXT: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const WORD: Record<Theme, string> = { system: words.auto(), light: words.light(), dark: words.dark() };

/** One button that cycles through the three themes and names the current one. */
export function ThemeSwitch() {
  const theme = useSyncExternalStore<Theme>(followTheme, presentTheme, () => 'system');
  return (
    <button
      type="button"
      className={`button-bare ${styles.quiet}`}
      onClick={() => setTheme(NEXT[theme])}
      title={words.themeTitle({ now: WORD[theme], next: WORD[NEXT[theme]] })}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
      </svg>
      <span className="visually-hidden">{words.theme()} </span>
      <span className={styles.word}>{WORD[theme]}</span>
    </button>
  );
}
