import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { EpochTable } from '@/components/training/epochs/EpochTable';
import { readingsOf } from '@/components/training/epochs/readings';
import { EpochNumbers } from '@/components/training/train/EpochNumbers';
import { epochLines } from '@/components/training/train/lines';
import type { EpochRecord } from '@/lib/network/run';
import { runFactsOf } from '@/lib/run/curve';

const FACTS = runFactsOf(10, { training: 1000, heldOut: 200, test: 200 });

const record = (epoch: number): EpochRecord => ({
  epoch,
  loss: 2 / (epoch + 1),
  accuracy: 0.9,
  heldOutLoss: 1.25 + epoch,
  heldOutAccuracy: 0.65,
  testLoss: 2.5 + epoch,
  testAccuracy: 0.45,
  milliseconds: 1000,
  learningRate: 0.001,
  norms: {},
  answers: { training: [], heldOut: [] },
});

/** A run of the time before the test images were followed, or of a network that has none. */
function untested(epoch: number): EpochRecord {
  const { testLoss, testAccuracy, ...rest } = record(epoch);
  return rest;
}

const headings = () =>
  page
    .getByRole('columnheader')
    .elements()
    .map(({ textContent }) => textContent);
const row = (at: number) =>
  [...page.getByRole('row').elements()[at].children].map((cell) => cell.textContent);

const showTable = (records: readonly EpochRecord[]) =>
  render(<EpochTable readings={readingsOf([], records, FACTS)} chosen={1} onEpoch={() => {}} />);

test('the table of epochs has a column for each of the three sets', async () => {
  await showTable([0, 1].map(record));
  expect(headings()).toEqual(['Epoch', 'Training', 'Validation', 'Test', 'Observation']);
  expect(row(2).slice(1, 4)).toEqual([
    'loss 1accuracy 90.0%',
    'loss 2.25accuracy 65.0%',
    'loss 3.50accuracy 45.0%',
  ]);
});

test('and none for test images that were not measured', async () => {
  await showTable([0, 1].map(untested));
  expect(headings()).toEqual(['Epoch', 'Training', 'Validation', 'Observation']);
});

test('the numbers of a live run name all three sets, or the two that there are', async () => {
  const shown = await render(<EpochNumbers epochs={[record(3)]} />);
  await page.getByText('The numbers as a table').click();
  expect(headings()).toEqual([
    ...[
      'Epoch',
      'Loss',
      'Accuracy',
      'Validation loss',
      'Validation accuracy',
      'Test loss',
      'Test accuracy',
      'Time',
    ],
  ]);
  expect(row(1).slice(3, 7)).toEqual(['4.250', '65.0%', '5.500', '45.0%']);
  await shown.rerender(<EpochNumbers epochs={[untested(3)]} />);
  expect(headings()).not.toContain('Test loss');
});

test('a run draws three lines of a different look each, or two', () => {
  const lines = epochLines([0, 1].map(record), 'accuracy');
  expect(lines.map(({ label }) => label)).toEqual(['training', 'validation', 'test']);
  expect(new Set(lines.map(({ look }) => look)).size).toBe(3);
  expect(lines.map(({ points }) => points.at(-1))).toEqual([0.9, 0.65, 0.45].map((y) => ({ x: 1, y })));
  expect(epochLines([0, 1].map(untested), 'loss').map(({ id }) => id)).toEqual(['training', 'validation']);
});
