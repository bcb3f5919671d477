/** The film's script as a text: read while the site is built, and by the checks. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filmOf } from '@/lib/provenance/film/at-time';
import { parseChapter } from '@/lib/provenance/film/parse';
import type { Chapter } from '@/lib/provenance/film/script';
import type { Language } from '../languages';
import { TEXTS } from '../texts';

/** The chapters of the film in a language, one for each text, in the order of their names. */
export async function readFilm(locale: Language): Promise<readonly Chapter[]> {
  const folder = `${TEXTS[locale]}/film`;
  const names = (await readdir(join(process.cwd(), folder))).filter((name) => name.endsWith('.mdx')).sort();
  return Promise.all(
    names.map(async (name) => {
      const file = `${folder}/${name}`;
      return parseChapter(await readFile(join(process.cwd(), file), 'utf8'), file);
    }),
  );
}

/** How long it takes at its usual speed, in seconds. */
export const filmSeconds = async (locale: Language): Promise<number> =>
  filmOf(await readFilm(locale)).seconds;
