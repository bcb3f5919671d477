import type { Page } from 'playwright';
import { firstLiveMap } from '../browser';

/** The result of one flight around the network in space. */
export interface Flying {
  readonly frames: number;
  readonly perSecond: number;
  /** Between two frames, in milliseconds. */
  readonly median: number;
  readonly slowest: number;
  /** The page's longest task meanwhile, in milliseconds; 0 where all were under 50. */
  readonly longestTask: number;
}

declare global {
  interface Window {
    flown?: { frames: number[]; tasks: { start: number; ms: number }[] };
  }
}

const LIMIT_MS = 60_000;
/** Work that follows a first visit is finished by then. */
const SETTLE_MS = 12_000;
/** Frames that are farther apart are two movements: the camera rests at each stage. */
const REST_MS = 300;

/** Counts the frames that WebGL draws, and the long tasks. */
function observe(): void {
  window.flown = { frames: [], tasks: [] };
  const { flown } = window;
  const { clear } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.clear = function (mask) {
    flown.frames.push(performance.now());
    clear.call(this, mask);
  };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      flown.tasks.push({ start: startTime, ms: duration });
  }).observe({ entryTypes: ['longtask'] });
}

/** Flies once around: from the overview to each stage, and back. */
export async function measureFlying(page: Page, address: string): Promise<Flying> {
  await page.addInitScript(observe);
  await page.goto(`${address}/space/`);
  await firstLiveMap(page, LIMIT_MS);
  await page.getByRole('application', { name: /^The network in space/ }).waitFor();
  await page.waitForTimeout(SETTLE_MS);
  const start = await page.evaluate(() => performance.now());
  await page.getByRole('button', { name: 'Fly through' }).click();
  await page.getByRole('button', { name: 'Stop' }).waitFor();
  await page.getByRole('button', { name: 'Fly through' }).waitFor({ timeout: LIMIT_MS });
  const { frames, tasks } = await page.evaluate(() => window.flown ?? { frames: [], tasks: [] });
  const times = frames.filter((time) => time >= start);
  const between = times.slice(1).flatMap((time, n) => (time - times[n] < REST_MS ? [time - times[n]] : []));
  if (between.length === 0) throw new Error('no frame was drawn');
  return {
    frames: times.length,
    perSecond: (1000 * between.length) / between.reduce((sum, ms) => sum + ms, 0),
    median: between.toSorted((a, b) => a - b)[between.length >> 1],
    slowest: Math.max(...between),
    longestTask: Math.max(0, ...tasks.filter((task) => task.start >= start).map(({ ms }) => ms)),
  };
}
