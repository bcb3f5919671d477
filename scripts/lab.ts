import { createServer } from 'node:http';
import { basename, join } from 'node:path';
import type { Page } from 'playwright';
import sirv from 'sirv';
import { launch } from './browser';
import { bundleEngine, emptied } from './engine-bundle';
import { CACHE, ROOT } from './project';
import { listening, portOf } from './serve';

const LAB = join(CACHE, 'lab');
/** The page starts the lab's worker and passes questions on. */
const PAGE =
  '<!doctype html><title>lab</title><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>';
const ISOLATED = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

const nameOf = (entry: string) => basename(entry, '.ts');

/** Calls a function that the lab's worker exposes. Arguments and answer are JSON. */
export type Ask = <Answer>(name: string, ...args: readonly unknown[]) => Promise<Answer>;

/**
 * Runs a worker's script in a headless Chromium, isolated as the site is, with public/ at hand: the place for
 * measurements and long trainings that need a browser but no page. `entry` exposes functions with Comlink.
 * A fresh worker each time; the browser's console is passed on.
 */
export async function withLab<T>(
  entry: string,
  use: (ask: Ask) => Promise<T>,
  chromiumArgs: readonly string[] = [],
): Promise<T> {
  await bundleEngine({ [nameOf(entry)]: entry, page: 'scripts/lab/page.ts' }, emptied(LAB), false);
  const files = [LAB, join(ROOT, 'public')].map((folder) => sirv(folder, { dev: true }));
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(ISOLATED)) response.setHeader(name, value);
    if (request.url?.startsWith('/?')) response.setHeader('Content-Type', 'text/html').end(PAGE);
    else files[0](request, response, () => files[1](request, response));
  });
  await listening(server, 0);
  const browser = await launch(chromiumArgs);
  try {
    const page = await browser.newPage();
    page.on('console', (message) => console.log(message.text()));
    await page.goto(`http://localhost:${portOf(server)}/?${nameOf(entry)}.js`);
    return await use((name, ...args) => call(page, name, args));
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

const call = <Answer>(page: Page, name: string, args: readonly unknown[]): Promise<Answer> =>
  page.evaluate(({ name, args }) => window.lab(name, args), { name, args }) as Promise<Answer>;
