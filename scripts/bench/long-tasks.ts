/** The tasks of 50 ms and more of a page's own thread; browsers report no shorter ones. */
import type { Page } from 'playwright';

declare global {
  interface Window {
    /** Their durations since they are noted, in milliseconds. */
    longTasks?: number[];
  }
}

/**
 * Runs in the page: notes its long tasks from now on. Without a named function within: the script transformer would call a
 * helper that the page lacks.
 */
export function noteLongTasks(): void {
  const tasks: number[] = [];
  window.longTasks = tasks;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ type: 'longtask' });
}

/** The durations of those that were noted, in milliseconds. */
export const longTasksOf = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => window.longTasks ?? []);

/** What was noted so far does not count. */
export async function forgetLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => window.longTasks?.splice(0));
}
