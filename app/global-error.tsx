'use client';

import { BrokenPage } from '@/components/parts/BrokenPage';
import { LOCALE } from '@/words/locale';
import { labelFont, numberFont, textFont } from './fonts';
import './fallbacks.css';
import './tokens.css';
import './globals.css';

/** Replaces the page when it failed outside all of its parts. */
export default function GlobalError({ error }: { readonly error: Error }) {
  return (
    <html
      lang={LOCALE}
      className={`${textFont.variable} ${labelFont.variable} ${numberFont.variable}`}
      // The theme that the learner chose is an attribute of the page that this replaces.
      data-theme={typeof document === 'undefined' ? undefined : document.documentElement.dataset.theme}
    >
      <body>
        <BrokenPage error={error} />
      </body>
    </html>
  );
}
