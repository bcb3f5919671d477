/** Runs the TensorFlow.js code that is taken home in a headless Chromium, unchanged. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { WrittenFile } from '@/lib/interchange/write/network';
import { launch } from '../../browser';
import { bundleEngine, emptied } from '../../build/engine-bundle';
import { fileHandler } from '../../files';
import { listen } from '../../listen';
import { CACHE } from '../../project';
import type { Asked, Ran } from './page';

const FOLDER = join(CACHE, 'roundtrip', String(process.pid));
const SCRIPTS = {
  page: 'scripts/check/roundtrip/page.ts',
  tfjs: 'scripts/check/roundtrip/tfjs-package.ts',
};
/** The map of imports lets the code import its package by name without being bundled. */
const PAGE = `<!doctype html><title>code</title><link rel="icon" href="data:,">
<script type="importmap">{ "imports": { "@tensorflow/tfjs": "/tfjs.js" } }</script>
<script type="module" src="/page.js"></script>`;
const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', json: 'application/json' };

/** Runs one network's files: `code` and `model` are names among them. */
export type RunPrinted = (files: readonly WrittenFile[], asked: Asked) => Promise<Ran>;

/** Calls `use` with a way to run code; the browser lives as long as the call. */
export async function withBrowser<T>(use: (run: RunPrinted) => Promise<T>): Promise<T> {
  await bundleEngine(SCRIPTS, emptied(FOLDER), false);
  const bundles = fileHandler(FOLDER);
  let served: ReadonlyMap<string, Uint8Array> = new Map();
  const { port, close } = await listen((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = served.get(pathname);
    const type = pathname === '/' ? 'text/html' : TYPES[pathname.split('.').at(-1) ?? ''];
    if (pathname !== '/' && !file) return bundles(request, response);
    response.setHeader('Content-Type', type ?? 'application/octet-stream').end(file ?? PAGE);
  }, 0);
  const browser = await launch();
  try {
    return await use(async (files, asked) => {
      served = new Map(files.map(({ name, bytes }) => [`/${name}`, bytes]));
      // A new page for each: modules are kept by their addresses.
      const page = await browser.newPage();
      try {
        return await run(page, `http://localhost:${port}/`, asked);
      } finally {
        await page.close();
      }
    });
  } finally {
    await browser.close();
    close();
    rmSync(FOLDER, { recursive: true, force: true });
  }
}

async function run(page: Page, address: string, asked: Asked): Promise<Ran> {
  await page.goto(address);
  await page.waitForFunction(() => 'runPrinted' in window);
  return page.evaluate((question) => window.runPrinted(question), asked);
}
