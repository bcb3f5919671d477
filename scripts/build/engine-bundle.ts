import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildResult, build, type Plugin } from 'esbuild';
import { addressesOf } from '@/lib/engine/worker/shipped';
import { SHELF } from '@/lib/shelf/shelf';
import { type Language, scriptIn } from '@/lib/site/languages';
import { ROOT } from '../project';
import { SOURCE } from './words/messages';

const WASM_FOLDER = join(ROOT, 'node_modules', '@tensorflow', 'tfjs-backend-wasm', 'dist');
export const hashOf = (content: Uint8Array) =>
  createHash('sha256').update(content).digest('hex').slice(0, 10);

/**
 * Replacements in the start-up of the WASM module with shared memory, as [original text, replacement]. It starts eight threads
 * whatever the machine, and does not begin before all have loaded, which on two cores takes most of a second. Here it starts
 * none: the library computes with one thread, and the kernels of lib/engine/kernels have their own.
 */
const CHANGES = [
  ['var pthreadPoolSize=8;', 'var pthreadPoolSize=0;'],
  [
    'PThread.unusedWorkers.forEach(function(w){PThread.loadWasmModuleToWorker(w,function(){if(!--numWorkersToLoad)removeRunDependency("wasm-instantiate")})})',
    'removeRunDependency("wasm-instantiate")',
  ],
] as const;

const withoutThreads: Plugin = {
  name: 'without-threads',
  setup({ onLoad }) {
    onLoad({ filter: /tfjs-backend-wasm-threaded-simd\.js$/ }, ({ path }) => {
      let text = readFileSync(path, 'utf8');
      for (const [there, instead] of CHANGES) {
        if (!text.includes(there)) throw new Error(`${path} starts its threads differently from before`);
        text = text.replace(there, instead);
      }
      return { contents: text, loader: 'js' };
    });
  },
};

/** Copies the WASM files under names that change with their content; returns the new name of each. */
function copyWasm(folder: string): Record<string, string> {
  const names = readdirSync(WASM_FOLDER).filter((name) => name.endsWith('.wasm'));
  return Object.fromEntries(
    names.map((name) => {
      const hashed = name.replace('.wasm', `-${hashOf(readFileSync(join(WASM_FOLDER, name)))}.wasm`);
      copyFileSync(join(WASM_FOLDER, name), join(folder, hashed));
      return [name, hashed];
    }),
  );
}

/** Resolves `@/words` to the words of a language. */
const speaking = (locale: Language): Plugin => ({
  name: 'speaking',
  setup({ onResolve }) {
    onResolve({ filter: /^@\/words\// }, ({ path }) => ({
      path: join(ROOT, 'lib', 'words', locale, `${path.replace('@/words/', '')}.js`),
    }));
  },
});

/** An empty folder. */
export function emptied(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Bundles scripts that run in a browser apart from the page into a folder, by name, with the WASM files beside them.
 * They are workers' scripts, which a bundler of pages would not leave as files of their own.
 */
export function bundleEngine(
  entryPoints: Readonly<Record<string, string>>,
  folder: string,
  minify: boolean,
  locale: Language = SOURCE,
): Promise<BuildResult<{ metafile: true }>> {
  return build({
    entryPoints: Object.entries(entryPoints).map(([name, path]) => ({
      in: join(ROOT, path),
      out: scriptIn(locale, name).replace(/\.js$/, ''),
    })),
    outdir: folder,
    absWorkingDir: ROOT,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify,
    metafile: true,
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.wasm': 'file' },
    define: {
      'process.env.NEXT_PUBLIC_BASE_PATH': '""',
      'process.env.NEXT_PUBLIC_ENGINE_VERSION': '""',
      'process.env.FIRST_WEIGHTS': JSON.stringify(addressesOf(SHELF[0].shipped)[0]),
      'process.env.WASM_FILES': JSON.stringify(JSON.stringify(copyWasm(folder))),
    },
    plugins: [withoutThreads, speaking(locale)],
    logLevel: 'warning',
  });
}
