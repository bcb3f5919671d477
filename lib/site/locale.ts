/** The languages that the site speaks; it is built once for each. */
export const LOCALES = ['en', 'de'] as const;
export type Locale = (typeof LOCALES)[number];

/** The language of this build: English, unless `NEXT_PUBLIC_LOCALE` is `de`. */
export const LOCALE: Locale = process.env.NEXT_PUBLIC_LOCALE === 'de' ? 'de' : 'en';

/** Where the texts of each language lie. */
export const TEXTS = { en: 'content', de: 'content/de' } as const satisfies Record<Locale, string>;
