/** The service worker: which files of the built site it keeps, and its bundle, `sw.js`. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { LANGUAGES } from '@/lib/site/languages';
import { bytesOf, type KeptFile, keptFiles, type SiteFile } from '@/lib/site/offline/kept-files';
import { BASE_PATH, ROOT } from '../project';
import { hashOf } from './engine-bundle';

function siteFiles(folder: string): SiteFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort()
    .map((path) => {
      const content = readFileSync(join(folder, path));
      return { path: path.replaceAll('\\', '/'), bytes: content.length, hash: hashOf(content) };
    });
}

const sizeText = (files: readonly KeptFile[]) =>
  `${files.length} files, ${(bytesOf(files) / 1e6).toFixed(1)} MB`;

/** Writes the service worker of a built site into its folder. */
export async function writeServiceWorker(folder: string): Promise<void> {
  const shared = readdirSync(join(ROOT, 'public'));
  const files = keptFiles(siteFiles(folder), { base: BASE_PATH, languages: LANGUAGES, shared });
  await build({
    entryPoints: [join(ROOT, 'service-worker', 'worker.ts')],
    outfile: join(folder, 'sw.js'),
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: {
      'process.env.NODE_ENV': '"production"',
      KEPT_FILES: JSON.stringify(files),
      BASE: JSON.stringify(BASE_PATH),
    },
    logLevel: 'warning',
  });
  console.log(`Kept offline at once: ${sizeText(files.first)}`);
  for (const [language, pages] of Object.entries(files.pages))
    console.log(`  pages (${language}): ${sizeText(pages)}`);
  console.log(`  later: ${sizeText(files.later)}`);
}
