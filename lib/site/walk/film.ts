/** The film's script as a text: read while the site is built, and by the checks. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipelineOf } from '@/lib/network/pipeline';
import type { EpochRecord } from '@/lib/network/run';
import type { ShippedSubject } from '@/lib/network/subject';
import { type Film, filmOf } from '@/lib/provenance/film/at-time';
import type { History } from '@/lib/provenance/film/history';
import { atOnePace } from '@/lib/provenance/film/pace';
import { parseChapter } from '@/lib/provenance/film/parse';
import { scriptFor } from '@/lib/provenance/film/resolve';
import type { Chapter } from '@/lib/provenance/film/script';
import { LANGUAGES, type Language } from '../languages';
import { TEXTS } from '../texts';

/** The chapters of the film in a language as they are written, one for each text, in the order of their names. */
async function writtenFilm(locale: Language): Promise<readonly Chapter[]> {
  const folder = `${TEXTS[locale]}/film`;
  const names = (await readdir(join(process.cwd(), folder))).filter((name) => name.endsWith('.mdx')).sort();
  return Promise.all(
    names.map(async (name) => {
      const file = `${folder}/${name}`;
      return parseChapter(await readFile(join(process.cwd(), file), 'utf8'), file);
    }),
  );
}

/** The chapters of the film in a language, at the pace that it has in all of them. */
export async function readFilm(locale: Language): Promise<readonly Chapter[]> {
  const all = atOnePace(await Promise.all(LANGUAGES.map(writtenFilm)));
  return all[LANGUAGES.indexOf(locale)];
}

/** How a network of the shelf came about. Its epochs are what its log says; without them they are still loading. */
export const shippedHistory = (
  { dataSet }: ShippedSubject,
  epochs: readonly EpochRecord[] = [],
): History => ({
  weights: 'trained',
  run: { epochs, over: true, start: 'random' },
  images: dataSet.counts.training,
});

/** The film about a network of the shelf. */
export const filmAbout = (
  script: readonly Chapter[],
  shelf: ShippedSubject,
  epochs?: readonly EpochRecord[],
): Film => filmOf(scriptFor(script, pipelineOf(shelf.architecture), shippedHistory(shelf, epochs)));
