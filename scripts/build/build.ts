/**
 * Builds the site into out/, each part only when its inputs have changed. `--all` makes everything again.
 */

import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LANGUAGES, type Language } from '@/lib/site/languages';
import { checkContent } from '../check/content/check';
import { BASE_PATH, OUT, ROOT, run, stop } from '../project';
import { hintFirstScripts } from './compile-hints';
import { compressFolder } from './compress';
import { writeServiceWorker } from './offline';
import { writePolicies } from './policy';
import { type BuildPart, isFresh, setStamp } from './stamp';
import { SOURCE } from './words/messages';

const PARTS: readonly BuildPart[] = [
  {
    name: 'words',
    from: ['scripts/build/words.ts', 'scripts/build/words', 'messages', 'package-lock.json'],
    makes: ['lib/words'],
  },
  {
    name: 'images',
    from: [
      'scripts/make/images.ts',
      'scripts/make/images',
      'lib/data',
      'lib/network',
      'public/model',
      'package-lock.json',
    ],
    makes: ['public/images'],
  },
  {
    name: 'icons',
    from: ['scripts/make/icons.ts', 'app/icon.svg', 'package-lock.json'],
    makes: ['public/icons', 'app/apple-icon.png'],
  },
  {
    name: 'fonts',
    from: ['scripts/make/fonts.ts', 'package-lock.json'],
    makes: ['app/fonts'],
  },
  {
    name: 'engine',
    from: ['scripts/build/engine.ts', 'scripts/build/engine-bundle.ts', 'lib', 'package-lock.json'],
    makes: ['public/engine'],
  },
  {
    name: 'recorded',
    from: ['scripts/make/record-trace.ts', 'lib', 'package-lock.json', 'public/images', 'public/model'],
    makes: ['public/recorded'],
  },
];

const SITE: BuildPart = {
  name: 'site',
  from: [
    'app',
    'components',
    'content',
    'lib',
    'public',
    'service-worker',
    'types',
    'package-lock.json',
    'next.config.mjs',
    'instrumentation-client.ts',
    'mdx-components.tsx',
    'tsconfig.json',
    'tsconfig.de.json',
    'scripts/build/build.ts',
    'scripts/build/policy.ts',
    'scripts/build/compile-hints.ts',
    'scripts/build/compress.ts',
    'scripts/build/offline.ts',
  ],
  makes: ['out/index.html'],
  also: BASE_PATH,
};

async function make(part: BuildPart, program: string, args: readonly string[]): Promise<void> {
  console.log(`Making ${part.name} ...`);
  const code = await run(program, args);
  if (code !== 0) stop(`Making ${part.name} failed (exit code ${code}).`);
}

/** Makes the parts that scripts write below public/: images, the worker's bundle, the recorded trace; or only the named ones. */
export async function makeParts(names = PARTS.map(({ name }) => name), all = false): Promise<void> {
  for (const part of PARTS) {
    if (!names.includes(part.name) || (!all && isFresh(part))) continue;
    await make(part, 'npm', ['run', '--silent', part.name]);
    setStamp(part);
  }
}

/** Builds the whole site, unless it is up to date. */
export async function build(all = false): Promise<void> {
  await makeParts(undefined, all);
  if (!all && isFresh(SITE)) return;
  const { faults } = checkContent();
  if (faults.length > 0) stop(`The texts have faults:\n${faults.join('\n')}`);
  for (const locale of LANGUAGES) await buildPages(locale);
  writePolicies(OUT);
  hintFirstScripts(OUT);
  // Before the .gz and .br copies exist; after the last change to a page, whose content it hashes.
  await writeServiceWorker(OUT);
  await compressFolder(OUT);
  setStamp(SITE);
}

/** Exports a language's pages. Files that the export repeats for every language stay only at the base. */
async function buildPages(locale: Language): Promise<void> {
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

if (import.meta.url === pathToFileURL(process.argv[1]).href) await build(process.argv.includes('--all'));
