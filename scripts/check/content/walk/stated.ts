/** Where minutes are stated: by hand in a text, or on a page that was built from an older one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '@/lib/site/languages';
import { TEXTS } from '@/lib/site/texts';
import { SOURCE } from '@/scripts/build/words/messages';
import { OUT, ROOT } from '@/scripts/project';
import { expectedMinutes } from './expected';

/** A promise of minutes for a page or the walk, in words or digits: "twelve minutes", "in 3 Minuten". */
const BY_HAND: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:in|takes?|about|within) (?:\d+|two|three|five|ten|twelve|forty) minutes\b/i,
  de: /\b(?:in|dauert|etwa|binnen) (?:\d+|zwei|drei|fünf|zehn|zwölf|vierzig) Minuten\b/i,
};

const textsIn = (locale: Language): readonly string[] =>
  [
    `messages/${locale}`,
    ...['stages', 'modes', 'kinds', 'film', 'glossary'].map((kind) => `${TEXTS[locale]}/${kind}`),
  ].flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`));

const byHand = (locale: Language): readonly string[] =>
  textsIn(locale).flatMap((file) => {
    const lines = readFileSync(join(ROOT, file), 'utf8').split('\n');
    return lines.flatMap((line, at) => {
      const found = BY_HAND[locale].exec(line)?.[0];
      return found ? [`${file}:${at + 1}: “${found}” is typed by hand.`] : [];
    });
  });

/** The minutes that a built page states, in order: "about 4 minutes", "2 min", "5 Minuten". */
export const minutesIn = (html: string): readonly number[] =>
  [
    ...html
      .replaceAll(/<script[\s\S]*?<\/script>/g, '')
      .replaceAll(/<[^>]*>/g, ' ')
      .matchAll(/(\d+)\s+(?:minutes?|min|Minuten?|Min)(?![\p{L}])/gu),
  ].map(([, digits]) => Number(digits));

/** The file of a built page. */
const builtFile = (href: string, locale: Language): string =>
  join(OUT, locale === SOURCE ? '' : locale, href, 'index.html');

/** Whether there is a built site whose pages can be read. */
export const isBuilt = (): boolean => existsSync(builtFile('/', SOURCE));

/** Every page that takes time states its minutes, and those of the pages that it offers with theirs. */
async function onPages(locale: Language): Promise<readonly string[]> {
  if (!isBuilt()) return [];
  return [...(await expectedMinutes(locale))].flatMap(([href, counted]) => {
    const file = builtFile(href, locale);
    if (!existsSync(file)) return [`${locale}${href}: the page is not built.`];
    const stated = minutesIn(readFileSync(file, 'utf8'));
    return stated.join(', ') === counted.join(', ')
      ? []
      : [
          `${locale}${href}: the built page states ${stated.join(', ') || 'no'} minutes, counted are ${counted.join(', ')}.`,
        ];
  });
}

export const statedFaults = async (): Promise<readonly string[]> =>
  (
    await Promise.all(LANGUAGES.map(async (locale) => [...byHand(locale), ...(await onPages(locale))]))
  ).flat();
