/**
 * `tsx scripts/check/data/webcam.ts`: a browser with a fake camera and no graphics card fills three classes of 40 frames each
 * on the site's page, trains on them with the frozen photographs' network, and measures the frames that were held back. Exits
 * 1 where fewer than {@link LEAST} of these are right, where training takes longer than {@link LONGEST_S},
 * or where anything is requested from another origin. The built site is served, or the running one that SITE_URL names is used.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { launch, withSite } from '../../browser';
import { BAND_AT, bandOf, SECONDS, videoOf } from './webcam/video';

/** What is held before the camera: no frame has more than one of them. */
const CLASSES = { car: 'automobile-1', frog: 'frog-1', plane: 'airplane-1' } as const;
const NAMES = Object.keys(CLASSES);
const FRAMES = 40;
/** Of each class the page holds back a fifth as test images. */
const TESTED = (NAMES.length * FRAMES) / 5;
const LEAST = 0.9;
const LONGEST_S = 60;
const LIMIT_MS = 180_000;

/** The brightness of the band beside what the page takes of a frame. */
const brightness = (page: Page): Promise<number> =>
  page.locator('video').evaluate((video: HTMLVideoElement, { x, y }) => {
    const canvas = new OffscreenCanvas(1, 1);
    const context = canvas.getContext('2d');
    context?.drawImage(video, x, y, 1, 1, 0, 0, 1, 1);
    return context?.getImageData(0, 0, 1, 1).data[0] ?? 0;
  }, BAND_AT);

async function untilShown(page: Page, scene: number): Promise<void> {
  const end = Date.now() + 4000 * SECONDS * NAMES.length;
  const isShown = async () => Math.abs((await brightness(page)) - bandOf(scene)) < 20;
  // Its beginning, so that it lasts.
  while (await isShown()) await page.waitForTimeout(50);
  while (!(await isShown())) {
    if (Date.now() > end) throw new Error(`scene ${scene} never comes`);
    await page.waitForTimeout(50);
  }
}

/** Holds a class's button until it has its frames; what is over stays: the page has no way to take single ones back. */
async function fill(page: Page, at: number): Promise<number> {
  const name = NAMES[at];
  await page.getByLabel(`Name of class ${at + 1}`).fill(name);
  const button = page.getByRole('button', { name: `Hold to add frames to “${name}”` });
  const row = page.getByRole('listitem').filter({ has: button });
  await untilShown(page, at);
  await button.focus();
  await page.keyboard.down('Space');
  const counted = row.getByText(/^\d+ frames$/);
  const count = async () =>
    (await counted.count()) === 0 ? 0 : Number.parseInt((await counted.textContent()) ?? '', 10);
  while ((await count()) < FRAMES) await page.waitForTimeout(20);
  await page.keyboard.up('Space');
  if (Math.abs((await brightness(page)) - bandOf(at)) >= 20) throw new Error(`${name} ended too late`);
  return count();
}

/** Fills the classes and stores the set; returns how many frames each has. */
async function capture(page: Page): Promise<readonly number[]> {
  await page.getByRole('button', { name: 'Start the camera' }).click();
  await page.getByRole('button', { name: 'Add a class' }).click();
  const counts: number[] = [];
  for (const at of NAMES.keys()) counts.push(await fill(page, at));
  await page.getByRole('button', { name: /^Make a data set of \d+ frames/ }).click();
  await page.getByRole('button', { name: 'Keep in this browser' }).click();
  await page.getByText('Stored in this browser', { exact: true }).waitFor();
  return counts;
}

/** Trains to the end; returns the seconds from the press of the button to the last epoch. */
async function train(page: Page): Promise<number> {
  const offer = page.getByRole('region', { name: 'Train a network on a data set' });
  const started = Date.now();
  await offer.getByRole('button', { name: 'Train this network' }).click();
  await page.getByRole('button', { name: 'Start training' }).click();
  await page.getByText(/^Finished\./).waitFor({ state: 'attached', timeout: LIMIT_MS });
  return (Date.now() - started) / 1000;
}

/** How many images the matrix on the page counts, and how many of these are right. */
async function counted(page: Page): Promise<{ right: number; of: number }> {
  const cells = page.getByRole('table').getByRole('button', { name: /predicted as/ });
  const labels = await cells.evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label') ?? ''));
  // Of each class the hits and the misses: "8 cup, predicted as cup", "1 book, predicted as something else".
  const sumOf = (label: (name: string) => string) =>
    NAMES.reduce((sum, name) => {
      const found = labels.find((one) => one.replace(/^\d+ /, '') === label(name));
      return sum + (found ? Number.parseInt(found, 10) : 0);
    }, 0);
  const right = sumOf((name) => `${name}, predicted as ${name}`);
  return { right, of: right + sumOf((name) => `${name}, predicted as something else`) };
}

/** Measures the test images: none was learned from, and no epoch was chosen by them. */
async function measure(page: Page, address: string): Promise<{ right: number; of: number }> {
  await page.goto(`${address}/modes/metrics/${new URL(page.url()).search}`);
  // Of this set: until its network is there, the page has the course's, with more of them.
  const name = /^test images \((\d{1,2})\)$/;
  const choice = page.getByRole('radio', { name });
  await choice.check({ timeout: LIMIT_MS });
  const there = Number(name.exec((await page.getByText(name).first().textContent()) ?? '')?.[1]);
  await page.getByRole('button', { name: 'Measure on the test images' }).click();
  // Until then the matrix of the validation images stands there, of which there are fewer.
  const end = Date.now() + LIMIT_MS;
  for (;;) {
    const now = await counted(page);
    if (now.of === there) return now;
    if (Date.now() > end) throw new Error(`${now.of} of ${there} test images are counted`);
    await page.waitForTimeout(50);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'camera-'));
const video = join(folder, 'scenes.mjpeg');
writeFileSync(video, await videoOf(Object.values(CLASSES)));
try {
  await withSite(async (address) => {
    const browser = await launch([
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${video}`,
    ]);
    try {
      const context = await browser.newContext({ permissions: ['camera'] });
      const others: string[] = [];
      context.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (protocol.startsWith('http') && origin !== new URL(address).origin) others.push(request.url());
      });
      const page = await context.newPage();
      await page.goto(`${address}/data/`);
      const counts = await capture(page);
      console.log(`frames: ${NAMES.map((name, at) => `${name} ${counts[at]}`).join(', ')}`);
      const seconds = await train(page);
      const { right, of } = await measure(page, address);
      console.log(`trained in ${seconds.toFixed(1)} s (at most ${LONGEST_S})`);
      console.log(`${right} of ${of} frames held back are right (at least ${100 * LEAST} %)`);
      console.log(`requests to other origins: ${others.length === 0 ? 'none' : others.join(', ')}`);
      if (of < TESTED || right < LEAST * of || seconds > LONGEST_S || others.length > 0) process.exitCode = 1;
    } finally {
      await browser.close();
    }
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(process.exitCode ? 'FAILS' : 'holds');
