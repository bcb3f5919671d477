import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { RecordedEpochs } from '@/components/time/EpochScrubber';
import { PinnedStage } from '@/components/time/PinnedStage';
import { referencePipeline } from '@/lib/course/reference';
import type { EpochRecord } from '@/lib/network/run';
import type { Trace } from '@/lib/network/trace';
import { learner } from '@/lib/store/learner/learner';
import { setOwnRun } from '@/lib/store/runs/runs';
import { showPast, showPinned, showPresent } from '@/lib/store/trace/trace';
import { size } from '@/lib/tensor/tensor';
import '@/app/tokens.css';
import '@/app/globals.css';

const record = (epoch: number): EpochRecord => ({
  epoch,
  loss: 2 / (epoch + 1),
  accuracy: 0.5,
  heldOutLoss: 2,
  heldOutAccuracy: 0.1,
  milliseconds: 1000,
  learningRate: 0.001,
  norms: {},
  answers: { training: [], heldOut: [] },
});

/** Every value of every stage is `value`, except channel 5, which has `odd`; the output holds probabilities. */
function trace(epoch: number, value: number, odd: number): Trace {
  return {
    source: 'live',
    complete: true,
    weights: {},
    backend: 'wasm',
    milliseconds: 1,
    network: { origin: 'shipped', seed: 1, epoch, step: epoch * 32 },
    stages: referencePipeline.stages.map(({ id, output }) => {
      const depth = output[output.length - 1];
      const values = new Float32Array(size(output)).map((_, at) => (at % depth === 5 ? odd : value));
      return { stage: id, shape: output, values };
    }),
  };
}

beforeEach(() => {
  setOwnRun({
    run: 'shipped',
    epochs: [0, 1, 2].map(record),
    labels: { training: [], heldOut: [] },
  });
  showPresent(trace(2, 0.01, 0.91));
  showPinned(trace(1, 0.06, 0.46));
});

afterEach(() => {
  learner.getState().pin(null);
  learner.getState().travelTo(null);
  setOwnRun(null);
  showPresent(null);
  showPinned(null);
});

/** The only status that says something: what there is to save has not been saved. */
const sentence = () => page.getByRole('status').filter({ hasText: /./ });

test('the epoch that is viewed is pinned with one button, and unpinned with the same', async () => {
  learner.getState().travelTo(1);
  await render(<RecordedEpochs />);
  await userEvent.click(page.getByRole('button', { name: 'Compare with epoch 1' }));
  expect(learner.getState().pinned).toBe(1);
  learner.getState().travelTo(2);
  const release = page.getByRole('button', { name: 'Stop comparing' });
  await expect.element(release).toBeVisible();
  learner.getState().compareBy('difference');
  await userEvent.click(release);
  expect(learner.getState()).toMatchObject({ pinned: null, compare: null, epoch: 2 });
});

test('pinning an epoch moves nothing on the bar', async () => {
  learner.getState().travelTo(1);
  const { container } = await render(<RecordedEpochs />);
  const places = () =>
    [...container.querySelectorAll('button, input')].map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return [left, top, width, height].map(Math.round);
    });
  await expect.element(page.getByText('Epoch 1 of 2')).toBeVisible();
  const before = places();
  learner.getState().pin(1);
  await expect.element(page.getByRole('button', { name: 'Stop comparing' })).toBeVisible();
  expect(places()).toEqual(before);
});

test('maps are shown side by side in one range, or as a difference centred on zero', async () => {
  learner.getState().travelTo(2);
  learner.getState().pin(1);
  showPast(trace(2, 0.01, 0.91));
  await render(<PinnedStage id="conv2" />);
  await expect.element(page.getByText('All 64 maps of conv2: Epoch 1, pinned')).toBeVisible();
  await expect.element(page.getByText('All 64 maps of conv2: Epoch 2')).toBeVisible();
  await expect.element(sentence()).toHaveTextContent('map 5 changed most, by 0.45');
  await userEvent.click(page.getByText('as a difference'));
  expect(learner.getState().compare).toBe('difference');
  await expect.element(page.getByText('All 64 maps of conv2: epoch 2 minus epoch 1')).toBeVisible();
  await expect.element(page.getByText('−0.45').first()).toBeInTheDocument();
});

test('while a selected epoch is on its way, the other is compared with what is shown', async () => {
  learner.getState().pin(2);
  learner.getState().travelTo(1);
  await render(<PinnedStage id="conv2" />);
  await expect.element(page.getByText('All 64 maps of conv2: Now')).toBeVisible();
  showPast(trace(1, 0.02, 0.5));
  await expect.element(page.getByText('All 64 maps of conv2: Epoch 1')).toBeVisible();
});

test('probabilities show by how many points they rose and fell', async () => {
  learner.getState().pin(1);
  learner.getState().compareBy('difference');
  await render(<PinnedStage id="output" />);
  const name = referencePipeline.architecture.classes[5];
  await expect.element(page.getByText('+45')).toBeVisible();
  await expect.element(page.getByText('−5').first()).toBeVisible();
  await expect
    .element(sentence())
    .toHaveTextContent(`From epoch 1 to now the probability of ${name} changed most, from 46.0% to 91.0%.`);
});

test('a change that a percentage does not show is said as a number', async () => {
  learner.getState().pin(1);
  showPinned(trace(1, 0.01, 0.90991));
  await render(<PinnedStage id="output" />);
  await expect.element(sentence()).toHaveTextContent(/no probability changed by a tenth .* by 0\.0000\d+\.$/);
});

test('a stage without parameters says that it is the same', async () => {
  learner.getState().pin(1);
  await render(<PinnedStage id="normalize" />);
  await expect.element(page.getByText(/at every epoch the image comes in as it is/)).toBeVisible();
});

test('an epoch that is loading says so, and keeps the frames', async () => {
  showPinned(null);
  learner.getState().pin(1);
  const { container } = await render(<PinnedStage id="pool2" />);
  await expect.element(sentence()).toHaveTextContent('Epoch 1 is loading');
  const height = container.getBoundingClientRect().height;
  showPinned(trace(1, 0.06, 0.46));
  await expect.element(sentence()).toHaveTextContent('changed most');
  expect(container.getBoundingClientRect().height).toBe(height);
});
