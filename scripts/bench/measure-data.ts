import type { Page } from 'playwright';
import { forgetLongTasks, longTasksOf, noteLongTasks } from './long-tasks';

/** How a large data set is read on the page, and how its wall of images scrolls. */
export interface LargeSet {
  /** From the press of the button until the wall is there, in milliseconds. */
  readonly reading: number;
  /** The page's tasks of 50 ms or more meanwhile, and until its own findings are there. */
  readonly tasks: readonly number[];
  readonly scrolling: Frames;
  /** The same, through all images in a few seconds, as one drags the scroll bar. */
  readonly dragging: Frames;
}

export interface Frames {
  readonly perSecond: number;
  /** From one to the next, in milliseconds. */
  readonly longest: number;
}

const LIMIT_MS = 120_000;
/** Copies and the like are looked for right after the set is shown. */
const SETTLE_MS = 5000;
/** A fast turn of the wheel, in pixels a frame at 60 frames a second. */
const WHEEL = 60;
const SCROLL_MS = 5000;

/** In the page: scrolls the wall for a while, from its beginning; `speed` in pixels a millisecond, 0: to its end. */
async function scroll({ speed, ms }: { speed: number; ms: number }): Promise<readonly number[]> {
  const wall = document.querySelector('[role=listbox]');
  if (!wall) throw new Error('no wall of images');
  wall.scrollIntoView({ block: 'center' });
  const perMs = speed > 0 ? speed : (wall.scrollHeight - wall.clientHeight) / ms;
  const times: number[] = [];
  // No named function in here: the script transformer would call a helper that the page lacks.
  for (let start = 0; ; ) {
    const time = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    start ||= time;
    times.push(time);
    if (time - start > ms) return times;
    wall.scrollTop = (time - start) * perMs;
  }
}

function framesOf(times: readonly number[]): Frames {
  const between = times.slice(1).map((time, nth) => time - times[nth]);
  const all = (times.at(-1) ?? 0) - times[0];
  return { perSecond: (1000 * between.length) / all, longest: Math.max(...between) };
}

/** Reads an archive of images on the page of data sets, and scrolls through them. */
export async function measureLargeSet(page: Page, address: string, archive: string): Promise<LargeSet> {
  await page.addInitScript(noteLongTasks);
  await page.goto(`${address}/data/`);
  await page.getByText('None yet. A set that you read can be kept here.').waitFor({ timeout: LIMIT_MS });
  await page.waitForTimeout(SETTLE_MS);
  await forgetLongTasks(page);
  await page.getByLabel('Files of a data set').setInputFiles(archive);
  const read = page.getByRole('button', { name: 'Read the images' });
  await read.waitFor({ timeout: LIMIT_MS });
  const start = performance.now();
  await read.click();
  await page.getByRole('listbox', { name: /images side by side$/ }).waitFor({ timeout: LIMIT_MS });
  const reading = performance.now() - start;
  await page.waitForTimeout(SETTLE_MS);
  const tasks = await longTasksOf(page);
  const scrolling = await page.evaluate(scroll, { speed: (WHEEL * 60) / 1000, ms: SCROLL_MS });
  const dragging = await page.evaluate(scroll, { speed: 0, ms: SCROLL_MS });
  return { reading, tasks, scrolling: framesOf(scrolling), dragging: framesOf(dragging) };
}
