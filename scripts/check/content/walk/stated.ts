/** Where minutes are stated: by hand in a text, or on a page that was built from an older one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allPageWorks } from '@/lib/shelf/page-works';
import { LANGUAGES, type Language } from '@/lib/site/languages';
import { TEXTS } from '@/lib/site/texts';
import { minutesOf } from '@/lib/site/walk/count';
import { walkMinutes } from '@/lib/site/walk/reading';
import { SOURCE } from '@/scripts/build/words/messages';
import { OUT, ROOT } from '@/scripts/project';

/** A promise of minutes for a page or the walk, in words or digits: "twelve minutes", "in 3 Minuten". */
const BY_HAND: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:in|takes?|about|within) (?:\d+|two|three|five|ten|twelve|forty) minutes\b/i,
  de: /\b(?:in|dauert|etwa|binnen) (?:\d+|zwei|drei|fünf|zehn|zwölf|vierzig) Minuten\b/i,
};

const textsIn = (locale: Language): readonly string[] =>
  [`messages/${locale}`, ...['stages', 'modes'].map((kind) => `${TEXTS[locale]}/${kind}`)].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`),
  );

const byHand = (locale: Language): readonly string[] =>
  textsIn(locale).flatMap((file) => {
    const lines = readFileSync(join(ROOT, file), 'utf8').split('\n');
    return lines.flatMap((line, at) => {
      const found = BY_HAND[locale].exec(line)?.[0];
      return found ? [`${file}:${at + 1}: “${found}” is typed by hand.`] : [];
    });
  });

/** The text of a built page without its tags; null where it isn't built. */
function builtText(href: string, locale: Language): string | null {
  const file = join(OUT, locale === SOURCE ? '' : locale, href, 'index.html');
  if (!existsSync(file)) return null;
  return readFileSync(file, 'utf8')
    .replaceAll(/<script[\s\S]*?<\/script>/g, '')
    .replaceAll(/<[^>]*>/g, ' ');
}

/** Lessons and ways to learn say their minutes in their head, the first page those of the walk. */
async function onPages(locale: Language): Promise<readonly string[]> {
  const { walk } = await walkMinutes(locale);
  const stated = (await allPageWorks(locale))
    .filter(({ href }) => /^\/(stages|modes)\/./.test(href))
    .map(({ href, whole }) => ({ href, minutes: minutesOf(whole) }));
  return [...stated, { href: '/', minutes: walk }].flatMap(({ href, minutes }) => {
    const text = builtText(href, locale);
    if (text === null) return [];
    const shown = /(\d+)\s+(?:minutes?|Minuten?)\b/.exec(text)?.[1];
    return Number(shown) === minutes
      ? []
      : [`${locale}${href}: the built page states ${shown ?? 'no'} minutes, counted are ${minutes}.`];
  });
}

export const statedFaults = async (): Promise<readonly string[]> =>
  (
    await Promise.all(LANGUAGES.map(async (locale) => [...byHand(locale), ...(await onPages(locale))]))
  ).flat();
