import type { Page } from 'playwright';
import { firstLiveMap } from '../browser';

/** A run of the training page from the press of Start, in milliseconds. */
export interface MeasuredRun {
  /** What the page says before the start that the whole run will take; null where it says nothing. */
  readonly promised: number | null;
  /** Until the first step is counted. */
  readonly firstStep: number;
  /** From the first step to the end of each epoch. */
  readonly epochs: readonly number[];
  /** While it ran: when, counted from the first step, and what was said to be left then. */
  readonly left: readonly { readonly at: number; readonly said: number }[];
}

const LIMIT_MS = 300_000;
/** So many of the run's parts are compared with what was said to be left. */
const LOOKS = 8;

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 };

/** "1 min 5 s" as milliseconds; null where no duration is in the text. */
export function durationIn(text: string): number | null {
  const parts = [...text.matchAll(/(\d[\d,]*(?:\.\d+)?) (ms|s|min|h)\b/g)];
  if (parts.length === 0) return null;
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount.replaceAll(',', '')) * UNITS[unit], 0);
}

interface Seen {
  readonly at: number;
  readonly line: string;
}

declare global {
  interface Window {
    runSeen?: Promise<Seen[]>;
  }
}

/**
 * In the page: notes every change of the line of progress until the run has finished. The page itself watches: looking for
 * the end from outside, twice a second, takes the run a fiftieth of its time.
 */
function watch(): void {
  const region = document.querySelector('section[aria-label="Run"]');
  if (!region) throw new Error('no run on this page');
  const seen: Seen[] = [];
  window.runSeen = new Promise((resolve) => {
    // Without a name of its own, which the compiler would note by a function that the page does not have.
    new MutationObserver(() => {
      const line = region.textContent ?? '';
      if (line !== seen.at(-1)?.line) seen.push({ at: performance.now(), line });
      if (line.includes('Finished')) resolve(seen);
    }).observe(region, { childList: true, characterData: true, subtree: true });
  });
}

/** What was noted; rejects where the run has not finished by then. */
const watched = (page: Page): Promise<readonly Seen[]> =>
  page.evaluate(
    (limit) =>
      Promise.race([
        window.runSeen ?? [],
        new Promise<never>((_, reject) => setTimeout(() => reject(new Error('it has not finished')), limit)),
      ]),
    LIMIT_MS,
  );

/** Trains for so many epochs on the training page, with the images not yet fetched. */
export async function measureRun(page: Page, address: string, epochs: number): Promise<MeasuredRun> {
  await page.goto(`${address}/train/`);
  await firstLiveMap(page, LIMIT_MS);
  // Probing the backends, which follows a first visit, is finished first: the promise rests on it.
  await page.waitForTimeout(12_000);
  await page.getByRole('textbox', { name: 'Epochs' }).fill(String(epochs));
  const run = page.getByRole('region', { name: 'Run' });
  const promise = /about ([^;]*?) for the whole run/.exec((await run.textContent()) ?? '');
  await page.evaluate(watch);
  const start = await page.evaluate(() => performance.now());
  await page.getByRole('button', { name: 'Start training' }).click();
  const seen = await watched(page);
  const end = seen.at(-1)?.at ?? Number.NaN;
  const steps = seen.flatMap(({ at, line }) => {
    const found = /Epoch (\d+) of \d+, step ([\d,]+) of/.exec(line);
    const left = /about ([^;]*?) left/.exec(line);
    return found ? [{ at, epoch: Number(found[1]), left: left && durationIn(left[1]) }] : [];
  });
  const first = steps[0]?.at ?? Number.NaN;
  // An epoch ends where the next one's first step is counted; the last one with the run.
  const ends = Array.from(
    { length: epochs },
    (_, at) => steps.find(({ epoch }) => epoch > at + 1)?.at ?? end,
  );
  const looks = Array.from({ length: LOOKS }, (_, at) => first + ((end - first) * (at + 1)) / (LOOKS + 2));
  const left = looks.flatMap((look) => {
    const at = steps.findLast((step) => step.at <= look && step.left !== null);
    return at?.left ? [{ at: at.at - first, said: at.left }] : [];
  });
  return {
    promised: promise && durationIn(promise[1]),
    firstStep: first - start,
    epochs: ends.map((at) => at - first),
    left,
  };
}
