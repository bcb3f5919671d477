/** What every page says of a training that goes on. */
import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { TrainingSign } from '@/components/shell/training/TrainingSign';
import { clearRun, followRun, prepareRun } from '@/lib/store/training/training';
import { DEFAULT_SETTINGS } from '@/lib/store/training/training-view';

const network = { origin: 'trained', seed: 1, epoch: 2, step: 64 } as const;
const step = (nth: number) => ({
  type: 'batch' as const,
  epoch: 1 + Math.floor(nth / 32),
  batch: 1 + (nth % 32),
  batches: 32,
  step: nth + 1,
  loss: 1,
  accuracy: 0.5,
  milliseconds: 40,
});

afterEach(() => clearRun());

test('says how far the run is; its dot changes with the steps, and stands still without them', async () => {
  const screen = await render(<TrainingSign />);
  expect(screen.container.textContent).toBe('');
  prepareRun({ ...DEFAULT_SETTINGS, epochs: 2 });
  await expect.element(screen.getByText('0%')).toBeVisible();
  const brightness = () =>
    Number(getComputedStyle(screen.container.querySelector('[aria-hidden]') as Element).opacity);
  const before = brightness();
  for (let nth = 0; nth < 33; nth++) followRun(step(nth));
  // The first step of the second epoch of two, of 32 steps each: 33 of 64.
  await expect.element(screen.getByText('51%')).toBeVisible();
  expect(brightness()).not.toBe(before);
  const during = brightness();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(brightness()).toBe(during);
  followRun({ type: 'finished', network });
  await expect.poll(() => screen.container.textContent).toBe('');
});
