/** `npm run engine`: bundles the engine's worker into public/engine/, with the WASM files beside it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleEngine, emptied, hashOf } from './engine-bundle';
import { ROOT } from './project';
import { PUBLISHED } from './words/messages';

const FOLDER = emptied(join(ROOT, 'public', 'engine'));
const SCRIPTS = ['lib/engine/worker.ts', 'lib/engine/probe-worker.ts'];
const bundles = await Promise.all(PUBLISHED.map((locale) => bundleEngine(SCRIPTS, FOLDER, true, locale)));

// The page asks for its language's worker, worker.js?v=<this>, so that no cache answers with an older one.
const workers = readdirSync(FOLDER).filter((file) => /^worker\b.*\.js$/.test(file));
const version = hashOf(Buffer.concat(workers.map((file) => readFileSync(join(FOLDER, file)))));
writeFileSync(join(FOLDER, 'version.json'), JSON.stringify({ version }));
for (const [file, { bytes }] of bundles.flatMap(({ metafile }) => Object.entries(metafile.outputs)))
  console.log(`${(bytes / 1000).toFixed(0).padStart(6)} kB  ${file}`);
