import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Notices } from '@/components/shell/Notices';
import { Learned } from '@/components/training/train/Learned';
import type { EpochRecord } from '@/lib/network/run';
import { notices } from '@/lib/store/page/notices';
import { FIRST_SETTINGS, type TrainingPhase } from '@/lib/store/training/training-view';
import '@/app/tokens.css';
import '@/app/globals.css';

const record = (epoch: number): EpochRecord => ({
  epoch,
  loss: 2,
  accuracy: 0.2 + 0.2 * epoch,
  heldOutLoss: 2,
  heldOutAccuracy: 0.3,
  milliseconds: 1000,
  learningRate: 0.001,
  norms: {},
  answers: { training: [], heldOut: [] },
});

const Page = ({ phase, above }: { phase: TrainingPhase; above: number }) => (
  <>
    <div style={{ height: above }} />
    <Learned
      view={{
        phase,
        settings: { ...FIRST_SETTINGS, epochs: 1 },
        epochs: [record(0), record(1)],
        labels: null,
      }}
    />
    <div style={{ height: 2000 }} />
    <Notices />
  </>
);

const told = () => page.getByText('The run has ended.');
const link = () => page.getByRole('link', { name: 'Read the epochs' });

afterEach(() => {
  for (const { id } of notices.getState().notices) notices.getState().dismiss(id);
  window.scrollTo(0, 0);
});

test('a run that ends out of sight of its card says so and leads there', async () => {
  const { rerender } = await render(<Page phase="running" above={3000} />);
  await expect.element(link()).not.toBeInTheDocument();
  await rerender(<Page phase="finished" above={3000} />);
  await expect.element(told()).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'What it learned' }));
  await expect.element(link()).toBeInViewport();
  await expect.element(told()).not.toBeInTheDocument();
});

test('a card in sight needs no notice, nor does a run that ended before', async () => {
  const { rerender } = await render(<Page phase="running" above={0} />);
  await rerender(<Page phase="finished" above={0} />);
  await expect.element(link()).toBeInViewport();
  await new Promise((resolve) => setTimeout(resolve, 300));
  await expect.element(told()).not.toBeInTheDocument();
  for (const before of ['idle', 'waiting'] as const) {
    await rerender(<Page phase={before} above={3000} />);
    await rerender(<Page phase="finished" above={3000} />);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await expect.element(told()).not.toBeInTheDocument();
  }
});

test('what to do next comes before the words on what was learned', async () => {
  await render(<Page phase="finished" above={0} />);
  const words = page.getByText(/^In 1 epoch|it went from/).element();
  expect(link().element().getBoundingClientRect().bottom).toBeLessThanOrEqual(
    words.getBoundingClientRect().top,
  );
});
