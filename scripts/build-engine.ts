/** `npm run engine`: bundles the engine's worker into public/engine/, with the WASM files beside it. */
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { wantedThreads } from '@/lib/engine/threads';
import { ROOT } from './project';

const FOLDER = join(ROOT, 'public', 'engine');
const WASM_FOLDER = join(ROOT, 'node_modules', '@tensorflow', 'tfjs-backend-wasm', 'dist');
const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex').slice(0, 10);

/**
 * What is changed in the start of the threaded WASM module, as [what stands there, what comes in its place].
 * It starts eight threads whatever the machine and does not begin before all have loaded, which on two cores takes
 * most of a second; here it starts as many as it will use (lib/engine/threads.ts) beside the one that asks. And it
 * uses no more than half of the cores, one of two; here as many as it is told.
 */
const THREADS = `(${wantedThreads})(navigator.hardwareConcurrency||2)`;
const CHANGES = [
  ['var pthreadPoolSize=8;', `var pthreadPoolSize=Math.max(1,${THREADS}-1);`],
  ['return navigator["hardwareConcurrency"]', `return 2*${THREADS}`],
] as const;

const asManyThreadsAsCores: Plugin = {
  name: 'as-many-threads-as-cores',
  setup({ onLoad }) {
    onLoad({ filter: /tfjs-backend-wasm-threaded-simd\.js$/ }, ({ path }) => {
      let text = readFileSync(path, 'utf8');
      for (const [there, instead] of CHANGES) {
        if (!text.includes(there)) throw new Error(`${path} starts its threads in another way than it did`);
        text = text.replace(there, instead);
      }
      return { contents: text, loader: 'js' };
    });
  },
};

/** Copies the WASM files under names that change with their content; answers the new name of each. */
function copyWasm(): Record<string, string> {
  const names = readdirSync(WASM_FOLDER).filter((name) => name.endsWith('.wasm'));
  return Object.fromEntries(
    names.map((name) => {
      const hashed = name.replace('.wasm', `-${hashOf(readFileSync(join(WASM_FOLDER, name)))}.wasm`);
      copyFileSync(join(WASM_FOLDER, name), join(FOLDER, hashed));
      return [name, hashed];
    }),
  );
}

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const result = await build({
  entryPoints: [join(ROOT, 'lib', 'engine', 'worker.ts'), join(ROOT, 'lib', 'engine', 'probe-worker.ts')],
  outdir: FOLDER,
  absWorkingDir: ROOT,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  minify: true,
  metafile: true,
  chunkNames: '[name]-[hash]',
  define: {
    'process.env.NEXT_PUBLIC_BASE_PATH': '""',
    'process.env.WASM_FILES': JSON.stringify(JSON.stringify(copyWasm())),
  },
  plugins: [asManyThreadsAsCores],
  logLevel: 'warning',
});

// The page asks for worker.js?v=<this>, so that no cache answers with an older one.
const version = hashOf(readFileSync(join(FOLDER, 'worker.js')));
writeFileSync(join(FOLDER, 'version.json'), JSON.stringify({ version }));
for (const [file, { bytes }] of Object.entries(result.metafile.outputs))
  console.log(`${(bytes / 1000).toFixed(0).padStart(6)} kB  ${file}`);
