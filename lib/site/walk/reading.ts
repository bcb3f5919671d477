/** How long the pages take, from the texts themselves. Used while the site is built, and by the check. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { once } from '@/lib/once';
import { LANGUAGES, type Language } from '@/lib/site/languages';
import { TEXTS } from '@/lib/site/texts';
import { countWords, durationOf, minutesOf, NO_WORK, plainMessage, sumOf, type Work } from './count';
import { type PagePlan, PLANS, WALK } from './pages';
import { TASK_SECONDS, type TaskName } from './tasks';
import { textWork } from './text-work';

/** A page and what it asks for. */
export interface PageWork {
  readonly href: string;
  readonly whole: Work;
  /** The part of it that belongs to the walk; null where the walk doesn't pass it. */
  readonly walk: Work | null;
}

const read = (path: string): Promise<string> => readFile(join(process.cwd(), path), 'utf8');

/** The terms of the glossary, with what is said of each. */
async function glossaryWork(locale: Language): Promise<Work> {
  const terms: readonly { readonly term: string; readonly says: string }[] = JSON.parse(
    await read(`${TEXTS[locale]}/glossary/terms.json`),
  );
  return { ...NO_WORK, words: countWords(terms.map(({ term, says }) => `${term}: ${says}`).join('\n')) };
}

async function planWork({ read: texts, tasks, glossary }: PagePlan, locale: Language): Promise<Work> {
  const counts = await Promise.all(
    Object.entries(texts).map(async ([file, keys]) => {
      const messages: Record<string, string> = JSON.parse(await read(`messages/${locale}/${file}.json`));
      return keys.map((key) => {
        if (messages[key] === undefined) throw new Error(`messages/${locale}/${file}.json has no “${key}”`);
        return { ...NO_WORK, words: countWords(plainMessage(messages[key])) };
      });
    }),
  );
  const done = Object.entries(tasks).map(([name, times]) => ({
    words: 0,
    tasks: times,
    seconds: times * TASK_SECONDS[name as TaskName],
  }));
  return sumOf([...counts.flat(), ...done, glossary ? await glossaryWork(locale) : NO_WORK]);
}

async function plannedPage(href: string, locale: Language): Promise<PageWork> {
  const { walk, rest } = PLANS[href];
  const [own, others] = await Promise.all([walk && planWork(walk, locale), rest && planWork(rest, locale)]);
  return { href, whole: sumOf([own ?? NO_WORK, others ?? NO_WORK]), walk: own ?? null };
}

/** The texts of a folder, each with the address of its page. */
async function textPages(folder: 'stages' | 'modes', locale: Language): Promise<readonly PageWork[]> {
  const path = `${TEXTS[locale]}/${folder}`;
  const names = (await readdir(join(process.cwd(), path))).filter((name) => name.endsWith('.mdx')).sort();
  return Promise.all(
    names.map(async (name) => {
      const page = name.replace(/^\d+-|\.mdx$/g, '');
      return { href: `/${folder}/${page}/`, ...textWork(await read(`${path}/${name}`)) };
    }),
  );
}

async function count(locale: Language): Promise<readonly PageWork[]> {
  const [lessons, ways, planned] = await Promise.all([
    textPages('stages', locale),
    textPages('modes', locale),
    Promise.all(Object.keys(PLANS).map((href) => plannedPage(href, locale))),
  ]);
  const all = sumOf(lessons.map(({ whole }) => whole));
  // This way to learn consists of all lessons.
  const withLessons = ways.map((way) =>
    way.href === '/modes/trace/' ? { ...way, whole: sumOf([way.whole, all]) } : way,
  );
  return [...lessons, ...withLessons, ...planned];
}

const COUNTED = Object.fromEntries(LANGUAGES.map((locale) => [locale, once(() => count(locale))]));

/** Every page of texts and tasks, with what it asks for, in a language. */
export const pageWorks = (locale: Language): Promise<readonly PageWork[]> => COUNTED[locale]();

/** What one page asks for. */
export async function workOfPage(href: string, locale: Language): Promise<PageWork> {
  const found = (await pageWorks(locale)).find((page) => page.href === href);
  if (!found) throw new Error(`lib/site/walk/pages.ts: what is done on ${href}?`);
  return found;
}

/** The pages of the walk in order, each with the part that belongs to it. */
export async function walkWork(
  locale: Language,
): Promise<readonly { readonly href: string; readonly walk: Work }[]> {
  const pages = await Promise.all(WALK.map((href) => workOfPage(href, locale)));
  return pages.map(({ href, walk }) => {
    if (!walk) throw new Error(`${href} has no part that belongs to the walk`);
    return { href, walk };
  });
}

/** The minutes of the whole walk, and of everything that the lessons and the walk's pages have beyond it. */
export async function walkMinutes(
  locale: Language,
): Promise<{ readonly walk: number; readonly rest: number }> {
  const walk = sumOf((await walkWork(locale)).map(({ walk: own }) => own));
  const pages = (await pageWorks(locale)).filter(({ href, walk: own }) => own || href.startsWith('/stages/'));
  const whole = sumOf(pages.map((page) => page.whole));
  return { walk: minutesOf(walk), rest: Math.round(durationOf(whole) - durationOf(walk)) };
}
