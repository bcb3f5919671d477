/** `npm run engine`: bundles the site's workers into public/engine/, with the WASM files beside them. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, scriptIn } from '@/lib/site/languages';
import { ROOT } from '../project';
import { bundleEngine, emptied, hashOf } from './engine-bundle';

const FOLDER = emptied(join(ROOT, 'public', 'engine'));
/**
 * The workers' scripts, by the name that pages ask for. What scripts of one group share is a file of its own: among all of
 * them that would be 27 files to fetch before the engine begins, instead of 13.
 */
const ENGINE = {
  worker: 'lib/engine/worker/worker.ts',
  'probe-worker': 'lib/engine/backends/probe-worker.ts',
};
const READERS = {
  'try-it': 'lib/try-it/worker.ts',
  reader: 'lib/interchange/reading/worker.ts',
  'set-reader': 'lib/data/sets/reading/worker.ts',
  'set-work': 'lib/data/sets/work/worker.ts',
};
const bundles = await Promise.all(
  LANGUAGES.flatMap((locale) =>
    [ENGINE, READERS].map((scripts) => bundleEngine(scripts, FOLDER, true, locale)),
  ),
);

// The page requests its language's worker, worker.js?v=<this>, so that no cache returns an older one.
const workers = LANGUAGES.flatMap((locale) =>
  Object.keys({ ...ENGINE, ...READERS }).map((name) => scriptIn(locale, name)),
);
const version = hashOf(Buffer.concat(workers.map((file) => readFileSync(join(FOLDER, file)))));
writeFileSync(join(FOLDER, 'version.json'), JSON.stringify({ version }));
for (const [file, { bytes }] of bundles.flatMap(({ metafile }) => Object.entries(metafile.outputs)))
  console.log(`${(bytes / 1000).toFixed(0).padStart(6)} kB  ${file}`);
