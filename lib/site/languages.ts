import { BASE_PATH } from './asset';

/** The languages of the site, each in a build of its own: the first at the base, any other in a folder of its name. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The file of a script that is bundled apart from the pages, in a language. */
export const scriptIn = (language: Language, name: string): string =>
  language === LANGUAGES[0] ? `${name}.js` : `${name}.${language}.js`;

/** Where the same page is in another language. `path` is its address within a language, from the slash on. */
export const pageIn = (language: Language, path: string): string =>
  language === LANGUAGES[0] ? `${BASE_PATH}${path}` : `${BASE_PATH}/${language}${path}`;
