import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { EpochScrubber } from '@/components/time/EpochScrubber';
import type { EpochRecord } from '@/lib/network/run';
import { learner } from '@/lib/store/learner/learner';
import { forgetTraining } from '@/lib/store/learner/met-training';
import { chooseRun, type Timeline } from '@/lib/store/runs/runs';
import { clearRun, prepareRun } from '@/lib/store/training/training';
import { DEFAULT_SETTINGS } from '@/lib/store/training/training-view';
import '@/app/tokens.css';
import '@/app/globals.css';

const at = vi.hoisted(() => ({ path: '/trace/' }));
vi.mock('next/navigation', () => ({ usePathname: () => at.path }));

const record = (epoch: number): EpochRecord => ({
  epoch,
  loss: 2 / (epoch + 1),
  accuracy: 0.1 + epoch * 0.2,
  heldOutLoss: 2,
  heldOutAccuracy: 0.1,
  milliseconds: 1000,
  learningRate: 0.001,
  norms: {},
  answers: { training: [], heldOut: [] },
});

const TIMELINE: Timeline = {
  run: 'shipped',
  epochs: [0, 1, 2].map(record),
  labels: { training: [], heldOut: [] },
};

// As wide as it is beside the stages on a desktop.
beforeAll(() => page.viewport(1280, 800));

async function show() {
  chooseRun(TIMELINE);
  await render(<EpochScrubber />);
  return page.getByRole('slider', { name: 'Epochs of the run of this site' });
}

// Another test may have left what it met in this browser.
beforeEach(forgetTraining);
afterEach(() => {
  learner.getState().travelTo(null);
  chooseRun(null);
  at.path = '/trace/';
});

const compare = () => page.getByRole('button', { name: /^Compare with epoch/ });

test('there is nothing to compare with until an epoch is chosen, and then there always is', async () => {
  at.path = '/what-if/';
  const slider = await show();
  await expect.element(slider).toBeVisible();
  await expect.element(compare()).not.toBeInTheDocument();
  learner.getState().travelTo(1);
  await expect.element(compare()).toBeVisible();
  learner.getState().travelTo(null);
  await expect.element(compare()).toBeVisible();
});

test('the page on training leaves something to compare with on the others', async () => {
  at.path = '/train/';
  // Also when it is left before the run is there.
  const train = await render(<EpochScrubber />);
  await train.unmount();
  at.path = '/see/';
  await show();
  await expect.element(compare()).toBeVisible();
});

test('while the first epoch is trained, it says what there will be; while a run is fetched, nothing', async () => {
  const says = page.getByText('You can go back to each epoch here once it is over.');
  await render(<EpochScrubber />);
  await expect.element(says).not.toBeInTheDocument();
  prepareRun(DEFAULT_SETTINGS);
  await expect.element(says).toBeVisible();
  chooseRun(TIMELINE);
  await expect.element(says).not.toBeInTheDocument();
  await expect.element(page.getByRole('slider')).toBeVisible();
  clearRun();
});

test('shows the present until an epoch is chosen', async () => {
  const slider = await show();
  await expect.element(slider).toHaveAttribute('aria-valuetext', 'Now');
  await expect.element(page.getByText('Now', { exact: true }).first()).toBeVisible();
});

test('the arrow keys move from epoch to epoch, and the button returns to the present', async () => {
  const slider = await show();
  await userEvent.click(slider);
  await userEvent.keyboard('{End}{ArrowLeft}');
  expect(learner.getState().epoch).toBe(2);
  await userEvent.keyboard('{Home}');
  expect(learner.getState().epoch).toBe(0);
  await expect.element(page.getByText('Epoch 0 of 2')).toBeVisible();
  await expect.element(page.getByText('Accuracy: training 10.0%')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Back to now' }));
  expect(learner.getState().epoch).toBeNull();
});

test('playback waits until each epoch is on the screen', async () => {
  await show();
  await userEvent.click(page.getByRole('button', { name: 'Play all epochs' }));
  await expect.poll(() => learner.getState().epoch).toBe(0);
  // Epoch 0 was requested, but no trace of it has arrived.
  await new Promise((resolve) => setTimeout(resolve, 1200));
  expect(learner.getState().epoch).toBe(0);
  await userEvent.click(page.getByRole('button', { name: 'Halt the film' }));
});

test('reserves its space while the run is loading', async () => {
  chooseRun(null);
  const { container } = await render(<EpochScrubber />);
  const before = container.getBoundingClientRect().height;
  expect(before).toBeGreaterThan(40);
  chooseRun(TIMELINE);
  await expect.element(page.getByRole('slider')).toBeVisible();
  expect(container.getBoundingClientRect().height).toBe(before);
});
