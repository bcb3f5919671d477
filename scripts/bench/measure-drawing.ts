import type { Page } from 'playwright';
import { firstLiveMap } from '../browser';
import { forgetLongTasks, longTasksOf, noteLongTasks } from './long-tasks';
import { keepMoving, pointerOf } from './pointer';

/** The result of drawing on the pad. */
export interface DrawnFrames {
  /** Frames of the screen in which all stages of a new trace were painted. */
  readonly frames: number;
  /** Traces that arrived and were painted, of which several may meet in one frame. */
  readonly traces: number;
  readonly perSecond: number;
  /** Between two such frames, in milliseconds. */
  readonly median: number;
  readonly slowest: number;
  /** The longest task of the page's own thread; 0 where none took 50 ms, below which browsers report none. */
  readonly longestTask: number;
}

const LIMIT_MS = 60_000;
const SECONDS = 6;
/** A seven is drawn in so many moves, and then over again. */
const MOVES = 90;

declare global {
  interface Window {
    /** Every painting of a canvas. */
    canvasesPainted?: { readonly canvas: HTMLCanvasElement; readonly at: number }[];
  }
}

/** Runs in the page before its own scripts: notes every painting of a canvas. */
function notePaintings(): void {
  const painted: NonNullable<Window['canvasesPainted']> = [];
  window.canvasesPainted = painted;
  const canvases = CanvasRenderingContext2D.prototype;
  canvases.putImageData = new Proxy(canvases.putImageData, {
    apply(paint, context: CanvasRenderingContext2D, image) {
      painted.push({ canvas: context.canvas, at: performance.now() });
      return Reflect.apply(paint, context, image);
    },
  });
}

/** A place of the pad, as shares of its sides: along the bar of a seven, then down its leg. */
function sevenAt(share: number): readonly [x: number, y: number] {
  const bar = 0.4;
  if (share < bar) return [0.25 + (0.5 * share) / bar, 0.2];
  const down = (share - bar) / (1 - bar);
  return [0.75 - 0.3 * down, 0.2 + 0.65 * down];
}

/** Draws sevens with the mouse for some seconds, on the home page of the network of digits. */
export async function measureDrawing(page: Page, address: string): Promise<DrawnFrames> {
  await page.addInitScript(noteLongTasks);
  await page.addInitScript(notePaintings);
  await page.goto(`${address}/?network=digits`);
  await firstLiveMap(page, LIMIT_MS);
  // Probing the backends, which follows a first visit, is finished first.
  await page.waitForTimeout(12_000);
  const pad = page.getByRole('application', { name: /^The pad/ });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('there is no pad to draw on');
  const at = (share: number) => {
    const [x, y] = sevenAt(share);
    return [box.x + x * box.width, box.y + y * box.height] as const;
  };
  const mouse = await pointerOf(page);
  // The first stroke fetches and compiles what drawing needs.
  await mouse.press(at(0));
  for (let move = 0; move < 20; move++) await mouse.move(at(move / MOVES));
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    window.canvasesPainted?.splice(0);
  });
  await forgetLongTasks(page);
  await keepMoving(SECONDS, 20, (step) => {
    const turn = step % MOVES;
    const again = turn === 0 ? [mouse.release(at(1)), mouse.press(at(0))] : [];
    return [...again, mouse.move(at(turn / MOVES))];
  });
  await mouse.release(at(1));
  const frames = await page.evaluate(framesSeen);
  return { ...frames, longestTask: Math.max(0, ...(await longTasksOf(page))) };
}

/** Runs in the page: the frames in which the stages were painted, by the one that was painted least often. */
function framesSeen(): Omit<DrawnFrames, 'longestTask'> {
  const strip = [...document.querySelectorAll('[data-stage-map] canvas')];
  const painted = window.canvasesPainted ?? [];
  const times = strip
    .map((stage) => painted.flatMap(({ canvas, at }) => (canvas === stage ? [at] : [])))
    .reduce((least, one) => (one.length < least.length ? one : least));
  // Half of what a screen of 60 Hz gives a frame: what is closer is seen as one.
  const frames = times.filter((time, nth) => nth === 0 || time - times[nth - 1] > 8);
  const between = frames.slice(1).map((time, nth) => time - frames[nth]);
  if (between.length === 0) throw new Error('no trace was painted while drawing');
  return {
    frames: frames.length,
    traces: times.length,
    perSecond: (1000 * between.length) / (frames[frames.length - 1] - frames[0]),
    median: between.toSorted((a, b) => a - b)[between.length >> 1],
    slowest: Math.max(...between),
  };
}
