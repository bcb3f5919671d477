import { existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Page } from 'playwright';
import { launch } from './browser';
import { bundleEngine, emptied } from './build/engine-bundle';
import { fileHandler } from './files';
import { listen } from './listen';
import { CACHE, ROOT } from './project';

/** Each process has one of its own: a long training goes on while another lab is set up. */
const LAB = join(CACHE, 'lab', String(process.pid));
/** The page starts the lab's worker and passes questions on. */
const PAGE =
  '<!doctype html><title>lab</title><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>';
const ISOLATED = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

const nameOf = (entry: string) => basename(entry, '.ts');

/** Calls a function that the lab's worker exposes. Arguments and result are JSON. */
export type Ask = <Answer>(name: string, ...args: readonly unknown[]) => Promise<Answer>;

/** What a lab is given. */
interface LabOptions {
  readonly chromiumArgs?: readonly string[];
  /** Files that are served besides those of public/, by their addresses. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
  /** Takes what the lab puts at an address. */
  readonly onPut?: (address: string, body: Uint8Array) => void;
}

/**
 * Runs a worker's script in a headless Chromium, isolated as the site is, with public/ available: the place for
 * measurements and long trainings that need a browser but no page. `entry` exposes functions with Comlink.
 * A fresh worker each time; the browser's console is passed on.
 */
export async function withLab<T>(
  entry: string,
  use: (ask: Ask) => Promise<T>,
  { chromiumArgs = [], files = new Map(), onPut }: LabOptions = {},
): Promise<T> {
  await bundleEngine({ [nameOf(entry)]: entry, page: 'scripts/lab/page.ts' }, emptied(LAB), false);
  const [lab, site] = [LAB, join(ROOT, 'public')].map((folder) => fileHandler(folder));
  const { port, close } = await listen((request, response) => {
    for (const [name, value] of Object.entries(ISOLATED)) response.setHeader(name, value);
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = files.get(pathname);
    if (pathname === '/') response.setHeader('Content-Type', 'text/html').end(PAGE);
    else if (request.method === 'PUT' && onPut)
      void buffer(request).then((body) => {
        onPut(pathname, body);
        response.end();
      });
    else if (file) response.setHeader('Content-Length', file.length).end(file);
    else (existsSync(join(LAB, pathname)) ? lab : site)(request, response);
  }, 0);
  const browser = await launch(chromiumArgs);
  try {
    const page = await browser.newPage();
    page.on('console', (message) => console.log(message.text()));
    await page.goto(`http://localhost:${port}/?${nameOf(entry)}.js`);
    return await use((name, ...args) => call(page, name, args));
  } finally {
    await browser.close();
    close();
    rmSync(LAB, { recursive: true, force: true });
  }
}

const call = <Answer>(page: Page, name: string, args: readonly unknown[]): Promise<Answer> =>
  page.evaluate(({ name, args }) => window.lab(name, args), { name, args }) as Promise<Answer>;
