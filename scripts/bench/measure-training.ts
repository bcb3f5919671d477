import type { Page } from 'playwright';
import { firstLiveMap } from '../browser';
import { longTasksOf, noteLongTasks } from './long-tasks';

/** The effect of training for two epochs on the page's own thread, in milliseconds. */
export interface Training {
  /** Tasks of 50 ms and more; browsers report no shorter ones. */
  readonly tasks: readonly number[];
  /** From the start, images fetched, to the end of the second epoch. */
  readonly milliseconds: number;
}

const EPOCHS = 2;
const LIMIT_MS = 120_000;

/** Trains on a page that shows the maps and curves of the network as it learns. */
export async function measureTraining(page: Page, address: string): Promise<Training> {
  await page.goto(`${address}/train/`);
  await firstLiveMap(page, LIMIT_MS);
  // Probing the backends, which follows a first visit, is finished first.
  await page.waitForTimeout(12_000);
  await page.getByRole('textbox', { name: 'Epochs' }).fill(String(EPOCHS));
  await page.evaluate(noteLongTasks);
  const start = performance.now();
  await page.getByRole('button', { name: 'Start training' }).click();
  await page
    .getByRole('region', { name: 'Run' })
    .getByText('Finished', { exact: true })
    .waitFor({ timeout: LIMIT_MS });
  const milliseconds = performance.now() - start;
  await page.waitForTimeout(1000);
  return { tasks: await longTasksOf(page), milliseconds };
}
