import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ISOLATION } from '@/lib/site/offline/isolation';
import { PAGES } from '@/scripts/pages';
import { OUT } from '@/scripts/project';
import type { Host } from '../support/host';
import { footer, installSite, keepWholeSite } from '../support/kept-site';
import { expect, liveMaps, open } from '../support/site';
import { test } from './support';

test.use({ serviceWorkers: 'allow', visit: 'first' });

const notice = (page: Page) => page.getByText('A new version of this site is here.');
const reload = (page: Page) => page.getByRole('button', { name: 'Reload', exact: true });
const isIsolated = (page: Page) => page.evaluate(() => window.crossOriginIsolated);

async function opensEveryPage(page: Page): Promise<void> {
  for (const path of PAGES) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  const missing = await page.goto('/stages/conv9/');
  expect(missing?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** The same page that was visited, without loading it again. */
async function goesFromLinkToLink(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.body.dataset.visit = 'first';
  });
  await page.getByRole('link', { name: 'Begin the first lesson' }).click();
  await expect(page).toHaveURL(/\/stages\/input\//);
  for (const room of ['Trace', 'Epochs', 'Insight']) {
    const walk = page.getByRole('navigation', { name: 'The walk' });
    await walk.getByRole('link', { name: room, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/${room.toLowerCase()}/`));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await expect(page.locator('body')).toHaveAttribute('data-visit', 'first');
}

async function showsLiveMaps(page: Page): Promise<void> {
  await open(page, '/?picture=frog-1');
  const pipeline = page.getByRole('figure', { name: /^The pipeline with/ });
  await expect(pipeline).toHaveAccessibleName(/frog/);
  await expect(pipeline).toContainText('Live');
  await page.getByRole('slider', { name: 'Epochs of the run of this site' }).press('Home');
  await expect(page.getByText('Epoch 0 of 10')).toBeVisible();
}

async function asksQuestions(page: Page): Promise<void> {
  await page.goto('/quiz/');
  const question = page
    .getByRole('list', { name: /^Round/ })
    .getByRole('listitem')
    .first();
  await question.getByRole('radio').first().check({ force: true });
  await question.getByRole('button', { name: 'Check the answer' }).click();
  await expect(question.getByText(/^(Right|Not quite)\.$/)).toBeVisible();
}

async function trains(page: Page): Promise<void> {
  await open(page, '/train/');
  await page.getByRole('button', { name: 'One step' }).click();
  const run = page.getByRole('region', { name: 'Run', exact: true });
  await expect(run).toContainText(/seed 2, 1 steps? trained/, { timeout: 120_000 });
}

test('made available offline, the whole site works without a connection', async ({ page, host, watch }) => {
  test.setTimeout(900_000);
  watch.allow(/404/);
  await keepWholeSite(page);
  // The host is gone, and the browser knows it.
  host.close();
  await page.context().setOffline(true);
  await test.step('from link to link', () => goesFromLinkToLink(page));
  await test.step('every page', () => opensEveryPage(page));
  await test.step('live maps, also of an epoch', () => showsLiveMaps(page));
  await test.step('a question', () => asksQuestions(page));
  await test.step('a training step', () => trains(page));
});

test('a connection that saves data is not used to keep anything', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
  );
  await open(page, '/');
  await footer(page).scrollIntoViewIfNeeded();
  await expect(footer(page)).toContainText('nothing more is kept for offline use');
  await expect(footer(page).getByRole('button')).toHaveCount(0);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test.describe('on a host that sends no custom headers', () => {
  test.use({ ownHeaders: false });

  test('the second visit is isolated and computes in threads', async ({ page }) => {
    test.setTimeout(480_000);
    await installSite(page);
    expect(await isIsolated(page)).toBe(false);
    const badge = page.getByRole('button', { name: /^Engine:/ });
    const wasm = page.locator('#engine-choice').getByText('WebAssembly');
    await badge.click();
    await expect(wasm).not.toContainText('threads');
    await page.reload();
    await liveMaps(page);
    expect(await isIsolated(page)).toBe(true);
    await badge.click();
    await expect(wasm).toContainText(/, \d+ threads/);
  });
});

/** The first page in the list of the service worker. */
const FIRST_PAGE = /(?<=\{url:"\/",revision:")\w+/;
const built = (name: string) => readFileSync(join(OUT, name), 'utf8');
const OLD = FIRST_PAGE.exec(built('sw.js'))?.[0] ?? '';
const NEW = 'another';
/** Files that no two versions of the site share. */
const NAMED_BY_CONTENT = /\/_next\/static\/|\/engine\//;

/**
 * Another version of the first page, and the service worker that names it; the files of the version before are
 * gone. Returns the addresses of old files that are requested all the same, in a list that grows as they are.
 */
function publish(host: Host): readonly string[] {
  const gone: string[] = [];
  const files = new Map([
    ['/', { type: 'text/html', text: built('index.html').replace('<html ', '<html data-version="new" ') }],
    ['/sw.js', { type: 'text/javascript', text: built('sw.js').replace(FIRST_PAGE, NEW) }],
  ]);
  host.change(({ url = '' }, response) => {
    const file = files.get(url);
    if (!file && NAMED_BY_CONTENT.test(url)) {
      gone.push(url);
      response.writeHead(404).end();
      return true;
    }
    if (!file) return false;
    for (const [name, value] of ISOLATION) response.setHeader(name, value);
    response.writeHead(200, { 'Content-Type': file.type }).end(file.text);
    return true;
  });
  return gone;
}

const lookForUpdate = (page: Page) =>
  page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
/** Whether a version of the first page is kept. */
const isKept = (page: Page, revision: string) =>
  page.evaluate(async (key) => (await caches.match(key)) !== undefined, `/?__WB_REVISION__=${revision}`);

test('a new version is announced, waits for the training and for other tabs, and replaces the old one', async ({
  page,
  host,
  context,
}) => {
  test.setTimeout(480_000);
  await installSite(page);
  expect(await isKept(page, OLD)).toBe(true);
  const other = await context.newPage();
  await open(other, '/trace/');
  await page.getByRole('link', { name: 'Train it live' }).click();
  await page.getByRole('button', { name: 'Start training' }).click();
  const gone = publish(host);
  await lookForUpdate(page);
  await expect(notice(page)).toBeVisible({ timeout: 60_000 });
  await reload(page).click();
  await expect(page.getByText('The network is training. Pause it')).toBeVisible();
  await page.getByRole('button', { name: 'Pause', exact: true }).click({ timeout: 180_000 });
  const run = page.getByRole('region', { name: 'Run', exact: true });
  await expect(run).toContainText('Paused', { timeout: 60_000 });

  // The open version has all its parts, including those that it fetches only now.
  await page.getByRole('link', { name: 'Epochs', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Runs as files' })).toBeVisible();
  await page.getByRole('link', { name: 'Trace', exact: true }).click();
  await page.getByRole('button', { name: /^Explain this value/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Pipeline Tracer' }).click();
  await expect(page.locator('html')).not.toHaveAttribute('data-version');
  expect(gone).toEqual([]);
  await reload(page).click();
  await expect(page.getByText('This site is open in other tabs, too.')).toBeVisible();
  await other.close();
  await reload(page).click();
  await expect(page.locator('html')).toHaveAttribute('data-version', 'new');
  await liveMaps(page);
  await expect.poll(() => isKept(page, OLD)).toBe(false);
  expect(await isKept(page, NEW)).toBe(true);
  await expect(notice(page)).toBeHidden();
});

test('a page that is older than the kept version is notified', async ({ page, host }) => {
  // One of its scripts has a new name by the time the browser begins to keep the site.
  const script = /\/_next\/static\/chunks\/[\w~.-]+\.js/.exec(built('index.html'))?.[0] ?? '';
  const renamed = script.replace(/\.js$/, 'renamed.js');
  const files = new Map([
    ['/sw.js', built('sw.js').replaceAll(script, renamed)],
    [renamed, built(script)],
  ]);
  host.change(({ url = '' }, response) => {
    const text = files.get(url);
    if (text === undefined) return false;
    response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(text);
    return true;
  });
  await open(page, '/');
  await expect(notice(page)).toBeVisible({ timeout: 120_000 });
  await page.evaluate(() => {
    document.body.dataset.visit = 'first';
  });
  await reload(page).click();
  await expect(page.locator('body')).not.toHaveAttribute('data-visit');
});

test('a browser finds nothing that prevents installing the site', async ({ page, context }) => {
  await open(page, '/');
  const devtools = await context.newCDPSession(page);
  const { errors, data } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? '').name).toBe('Pipeline Tracer');
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // A test's window is a private one, in which nothing can be installed.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

test('a reader of another language has its pages kept, and only those', async ({ page, host, watch }) => {
  watch.allow(/404|ERR_/);
  await open(page, '/de/');
  await footer(page).scrollIntoViewIfNeeded();
  await expect(footer(page)).toContainText('Dieser Browser', { timeout: 100_000 });
  host.close();
  await page.context().setOffline(true);
  await page.goto('/de/quiz/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Das Quiz');
  const missing = await page.goto('/de/stages/conv9/');
  expect(missing?.status()).toBe(404);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.goto('/quiz/')).rejects.toThrow();
});
