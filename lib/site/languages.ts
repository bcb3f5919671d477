import { BASE_PATH } from './asset';

/**
 * The site's languages, each built separately: the first at the base, the others in a folder of their name.
 */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The file of a separately bundled script, in a language. */
export const scriptIn = (language: Language, name: string): string =>
  language === LANGUAGES[0] ? `${name}.js` : `${name}.${language}.js`;

/** The address of the same page in a language. `path` is its address within a language, from the slash on. */
export const pageIn = (language: Language, path: string): string =>
  language === LANGUAGES[0] ? `${BASE_PATH}${path}` : `${BASE_PATH}/${language}${path}`;
