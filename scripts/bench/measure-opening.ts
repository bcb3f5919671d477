import { statSync } from 'node:fs';
import type { Page } from 'playwright';
import { SHELF } from '@/lib/shelf/shelf';
import { firstLiveMap } from '../browser';
import { memoryMeter } from '../check/data/memory';
import { longTasksOf, noteLongTasks } from './long-tasks';

/** What something cost the page. Times in milliseconds, sizes in bytes. */
export interface PageCost {
  /** Until the first feature map in the list of stages. */
  readonly shown: number;
  /** Tasks of the page's own thread of 50 ms and more; browsers report no shorter ones. */
  readonly tasks: readonly number[];
  /** The most memory that the page's process took above what it had before, its worker's included; null where it isn't known. */
  readonly memory: number | null;
}

/** What opening a network cost, and turning to it on a later visit, when the browser has stored it. */
export interface Opening extends PageCost {
  readonly fileBytes: number;
  /** From choosing the files to the questions about them. `shown` counts from the answer to these. */
  readonly read: number;
  readonly again: PageCost;
}

const LIMIT_MS = 60_000;

/** Opens a network from files on a page that has finished loading. `shape` is that of its first feature maps. */
export async function measureOpening(
  page: Page,
  address: string,
  files: readonly string[],
  shape: string,
): Promise<Opening> {
  await settledOn(page, `${address}/open/`);
  const peak = memoryMeter();
  const start = performance.now();
  await page.getByLabel('Files of a network').setInputFiles([...files]);
  const use = page.getByRole('button', { name: 'Use this network' });
  await use.waitFor({ timeout: LIMIT_MS });
  const read = performance.now() - start;
  const answered = performance.now();
  await use.click();
  await page.waitForFunction(isPainted, shape, { timeout: LIMIT_MS, polling: 'raf' });
  const shown = performance.now() - answered;
  await page.waitForTimeout(1000);
  return {
    fileBytes: files.reduce((sum, file) => sum + statSync(file).size, 0),
    read,
    shown,
    tasks: await longTasksOf(page),
    memory: peak?.() ?? null,
    again: await measureAgain(page, address, shape),
  };
}

/** Loads a page and waits until it has finished what follows; from then on its longer tasks are noted. */
async function settledOn(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await firstLiveMap(page, LIMIT_MS);
  // Probing the backends, which follows a first visit, is finished first.
  await page.waitForTimeout(12_000);
  await page.evaluate(noteLongTasks);
}

/** A later visit, to the course's network: from choosing the stored one in the head of the page to its first maps. */
async function measureAgain(page: Page, address: string, shape: string): Promise<PageCost> {
  const id = new URL(page.url()).searchParams.get('network');
  if (!id) throw new Error(`no opened network in ${page.url()}`);
  const later = await page.context().newPage();
  await page.close();
  await settledOn(later, `${address}/trace/`);
  await later.getByRole('button', { name: /^Network/ }).click();
  const peak = memoryMeter();
  const start = performance.now();
  await later.locator('#network-choice').getByRole('radio').nth(SHELF.length).check();
  await later.waitForFunction(isPainted, shape, { timeout: LIMIT_MS, polling: 'raf' });
  const shown = performance.now() - start;
  await later.waitForTimeout(1000);
  if (new URL(later.url()).searchParams.get('network') !== id)
    throw new Error(`another network: ${later.url()}`);
  return {
    shown,
    tasks: await longTasksOf(later),
    memory: peak?.() ?? null,
  };
}

/** Runs in the page: whether the stage with maps of this shape shows some of them in the list of stages. */
function isPainted(shape: string): boolean {
  return [...document.querySelectorAll('nav li')].some((stage) => {
    const canvas = stage.querySelector('canvas');
    const pixels = stage.textContent?.includes(shape)
      ? canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height)
      : undefined;
    return pixels?.data.some((value) => value > 0) ?? false;
  });
}
