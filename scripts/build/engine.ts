/** `npm run engine`: bundles the site's workers into public/engine/, with the WASM files beside them. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, scriptIn } from '@/lib/site/languages';
import { ROOT } from '../project';
import { bundleEngine, emptied, hashOf } from './engine-bundle';

const FOLDER = emptied(join(ROOT, 'public', 'engine'));
/** The workers' scripts, by the name that pages ask for. */
const SCRIPTS = {
  worker: 'lib/engine/worker/worker.ts',
  'probe-worker': 'lib/engine/backends/probe-worker.ts',
  'try-it': 'lib/try-it/worker.ts',
  reader: 'lib/interchange/reading/worker.ts',
  'set-reader': 'lib/data/sets/reading/worker.ts',
  'set-work': 'lib/data/sets/work/worker.ts',
};
const bundles = await Promise.all(LANGUAGES.map((locale) => bundleEngine(SCRIPTS, FOLDER, true, locale)));

// The page requests its language's worker, worker.js?v=<this>, so that no cache returns an older one.
const workers = LANGUAGES.flatMap((locale) => Object.keys(SCRIPTS).map((name) => scriptIn(locale, name)));
const version = hashOf(Buffer.concat(workers.map((file) => readFileSync(join(FOLDER, file)))));
writeFileSync(join(FOLDER, 'version.json'), JSON.stringify({ version }));
for (const [file, { bytes }] of bundles.flatMap(({ metafile }) => Object.entries(metafile.outputs)))
  console.log(`${(bytes / 1000).toFixed(0).padStart(6)} kB  ${file}`);
