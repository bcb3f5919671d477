/**
 * Builds the site into out/, each part only when its inputs have changed. `--all` makes everything again.
 */

import { pathToFileURL } from 'node:url';
import { LANGUAGES } from '@/lib/site/languages';
import { checkContent } from '../check/content/check';
import { BASE_PATH, OUT, run, stop } from '../project';
import { hintFirstScripts } from './compile-hints';
import { compressFolder } from './compress';
import { writeServiceWorker } from './offline';
import { writePolicies } from './policy';
import { buildPages } from './site';
import { type BuildPart, isFresh, setStamp } from './stamp';

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
    makes: ['public/pictures'],
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
    from: ['scripts/make/record-trace.ts', 'lib', 'package-lock.json', 'public/pictures', 'public/model'],
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
    'scripts/build/site.ts',
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

if (import.meta.url === pathToFileURL(process.argv[1]).href) await build(process.argv.includes('--all'));
