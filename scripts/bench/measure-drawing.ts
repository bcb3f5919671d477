import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright';
import { firstLiveMap } from '../browser';

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
/** Between two moves of the pointer, in milliseconds: like an ordinary mouse. */
const MOVE_MS = 8;
/** A seven is drawn in so many moves, and then over again. */
const MOVES = 90;

declare global {
  interface Window {
    drawingSeen?: {
      tasks: number[];
      painted: { readonly canvas: HTMLCanvasElement; readonly at: number }[];
    };
  }
}

/** Runs in the page before its own scripts: notes every task of 50 ms and more, and every painting of a canvas. */
function observe(): void {
  const seen: NonNullable<Window['drawingSeen']> = { tasks: [], painted: [] };
  window.drawingSeen = seen;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.tasks.push(entry.duration);
  }).observe({ type: 'longtask' });
  const canvases = CanvasRenderingContext2D.prototype;
  canvases.putImageData = new Proxy(canvases.putImageData, {
    apply(paint, context: CanvasRenderingContext2D, image) {
      seen.painted.push({ canvas: context.canvas, at: performance.now() });
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
  await page.addInitScript(observe);
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
  // Sent by the protocol itself, and not awaited: a mouse does not wait until the page has handled its last move.
  const protocol = await page.context().newCDPSession(page);
  const mouse = (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', share: number, buttons = 1) => {
    const [x, y] = at(share);
    return protocol.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons, clickCount: 1 });
  };
  // The first stroke fetches and compiles what drawing needs.
  await mouse('mousePressed', 0);
  for (let move = 0; move < 20; move++) await mouse('mouseMoved', move / MOVES);
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    if (window.drawingSeen) Object.assign(window.drawingSeen, { tasks: [], painted: [] });
  });
  const end = Date.now() + 1000 * SECONDS;
  const moves: Promise<unknown>[] = [];
  for (let move = 20; Date.now() < end; move++) {
    const turn = move % MOVES;
    if (turn === 0) moves.push(mouse('mouseReleased', 1, 0), mouse('mousePressed', 0));
    moves.push(mouse('mouseMoved', turn / MOVES));
    await setTimeout(MOVE_MS);
  }
  await Promise.all(moves);
  await mouse('mouseReleased', 1, 0);
  return page.evaluate(framesSeen);
}

/** Runs in the page: the frames in which the stages were painted, by the one that was painted least often. */
function framesSeen(): DrawnFrames {
  const strip = [...document.querySelectorAll('[data-stage-map] canvas')];
  const { tasks = [], painted = [] } = window.drawingSeen ?? {};
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
    longestTask: Math.max(0, ...tasks),
  };
}
