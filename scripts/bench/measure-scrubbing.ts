import type { Page } from 'playwright';
import { firstLiveMap } from '../browser';

/** Milliseconds from moving the scrubber to the first frame with the new epoch's maps, one for each move. */
export interface Scrubbing {
  /** To epochs that had not been viewed before. */
  readonly first: readonly number[];
  /** To the same epochs, one after the other. */
  readonly again: readonly number[];
}

const LIMIT_MS = 30_000;
/** A person looks before moving on. */
const LOOK_MS = 400;

/** In the page: moves the scrubber to a position, and waits until every map of the pipeline that it changes is repainted. */
async function move(to: number): Promise<number> {
  const slider = document.querySelector<HTMLInputElement>(
    'section[aria-label="Recorded epochs"] input[type=range]',
  );
  const canvas = [...document.querySelectorAll<HTMLCanvasElement>('main figure canvas')].at(-1);
  if (!slider || !canvas) throw new Error('no scrubber or no maps on this page');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const before = String(context?.getImageData(0, 0, canvas.width, canvas.height).data);
  const start = performance.now();
  // React notices only values that were set past its own setter.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(slider, String(to));
  slider.dispatchEvent(new Event('input', { bubbles: true }));
  // No named function in here: the script transformer would call a helper that the page lacks.
  for (;;) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const now = String(context?.getImageData(0, 0, canvas.width, canvas.height).data);
    const passed = performance.now() - start;
    if (now !== before) return passed;
    if (passed > 10_000) throw new Error(`the maps of place ${to} were not painted`);
  }
}

/**
 * Goes through all epochs of the run that comes with the site, on the home page: in jumps and then one by one,
 * like a person: the pointer rests on the scrubber for a moment, and on each epoch.
 */
export async function measureScrubbing(page: Page, address: string): Promise<Scrubbing> {
  await page.goto(`${address}/`);
  await firstLiveMap(page, LIMIT_MS);
  const slider = page.getByRole('slider', { name: /^Epochs of/ });
  await slider.waitFor();
  await page.waitForTimeout(12_000);
  // A person reaches for the scrubber before moving it.
  await slider.hover();
  await page.waitForTimeout(LOOK_MS);
  const places = Number(await slider.getAttribute('max'));
  // The last epoch is the present network: its maps are those on the screen.
  const up = Array.from({ length: places - 1 }, (_, at) => at);
  const across = up.map((at) => (at * 3 + 2) % up.length);
  const walk = async (way: readonly number[]) => {
    const times: number[] = [];
    for (const place of way) {
      times.push(await page.evaluate(move, place));
      await page.waitForTimeout(LOOK_MS);
    }
    return times;
  };
  return { first: await walk(across), again: await walk(up) };
}
