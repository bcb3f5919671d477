/** Builds the pages of one language: English into out/, any other into a folder of its name in it. */

import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '@/lib/site/languages';
import { OUT, ROOT, run, stop } from '../project';
import { SOURCE } from './words/messages';

/** Exports a language's pages. Files that the export repeats for every language stay only at the base. */
export async function buildPages(locale: Language): Promise<void> {
  console.log(`Making the pages (${locale}) ...`);
  const code = await run('next', ['build'], { NEXT_PUBLIC_LOCALE: locale });
  if (code !== 0) stop(`Making the pages failed (exit code ${code}).`);
  if (locale === SOURCE) return;
  const exported = join(ROOT, `out-${locale}`);
  // Files shared by every language are in out/ once. Listed now, because some of them are made by the build.
  for (const name of readdirSync(join(ROOT, 'public')))
    rmSync(join(exported, name), { recursive: true, force: true });
  cpSync(exported, join(OUT, locale), { recursive: true });
  rmSync(exported, { recursive: true });
}
