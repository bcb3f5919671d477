'use client';

import { usePathname } from 'next/navigation';
import type { MouseEvent } from 'react';
import { type Language, pageIn } from '@/lib/site/languages';
import { LOCALE } from '@/words/locale';
import words from '@/words/site';
import styles from './SiteHeader.module.css';

const OTHER: Language = LOCALE === 'en' ? 'de' : 'en';
const code = OTHER.toUpperCase();

/** Keeps the address's choices: image, stage and epoch are the same in the other language. */
function takeChoices({ currentTarget }: MouseEvent<HTMLAnchorElement>): void {
  currentTarget.search = window.location.search;
  currentTarget.hash = window.location.hash;
}

/** Links to the same page in the other language, which is a different build, so the page is reloaded. */
export function LanguageSwitch() {
  return (
    <a
      className={`button-bare ${styles.quiet}`}
      href={pageIn(OTHER, usePathname())}
      hrefLang={OTHER}
      lang={OTHER}
      title={words.otherLanguage()}
      aria-label={`${code}: ${words.otherLanguage()}`}
      onClick={takeChoices}
    >
      {code}
    </a>
  );
}
