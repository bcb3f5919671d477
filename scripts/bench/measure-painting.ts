import type { Page } from 'playwright';
import { firstLiveMap } from '../browser';
import { keepMoving, pointerOf } from './pointer';

/** The result of painting on the image. */
export interface Painting {
  /** Frames in which all nine stages of a new trace were painted. */
  readonly frames: number;
  readonly perSecond: number;
  /** Between two such frames, in milliseconds. */
  readonly slowest: number;
  readonly median: number;
}

const LIMIT_MS = 60_000;
const KEPT_MS = 180_000;
const SECONDS = 5;

/** Paints with the pointer for some seconds, back and forth over the image, like a person who does not lift it. */
export async function measurePainting(page: Page, address: string): Promise<Painting> {
  await page.goto(`${address}/what-if/`);
  await firstLiveMap(page, LIMIT_MS);
  // Work that follows a first visit is finished first: probing the backends, and keeping the site for offline use.
  await page.waitForTimeout(12_000);
  const footer = page.getByRole('contentinfo');
  await footer.scrollIntoViewIfNeeded();
  await footer.getByText('keeps the pages').waitFor({ timeout: KEPT_MS });
  const board = page.getByRole('application', { name: /^The image/ });
  await board.scrollIntoViewIfNeeded();
  const box = await board.boundingBox();
  if (!box) throw new Error('there is no image to paint on');
  const at = (turn: number) =>
    [
      box.x + box.width * (0.5 + 0.4 * Math.cos(turn)),
      box.y + box.height * (0.5 + 0.4 * Math.sin(1.7 * turn)),
    ] as const;
  await page.mouse.move(...at(0));
  await page.mouse.down();
  // The copy of the network is set up with the first touch.
  for (let step = 0; step < 20; step++) await page.mouse.move(...at(step / 20));
  const start = await page.evaluate(() => performance.now());
  const mouse = await pointerOf(page);
  await keepMoving(SECONDS, 20, (step) => [mouse.move(at(step / 20))]);
  await page.mouse.up();
  const times = await page.evaluate(
    (from) =>
      performance
        .getEntriesByName('what-if-frame')
        .map(({ startTime }) => startTime)
        .filter((time) => time >= from),
    start,
  );
  const between = times.slice(1).map((time, n) => time - times[n]);
  if (between.length === 0) throw new Error('no frame was painted');
  return {
    frames: times.length,
    perSecond: (1000 * between.length) / (times[times.length - 1] - times[0]),
    slowest: Math.max(...between),
    median: between.toSorted((a, b) => a - b)[between.length >> 1],
  };
}
