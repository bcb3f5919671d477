import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { readingsOf } from '@/components/training/epochs/readings';
import { Textbook } from '@/components/training/epochs/Textbook';
import { plotTask, sketchOf } from '@/components/training/epochs/textbook-plot';
import { REFERENCE_FACTS } from '@/lib/course/facts';
import { check } from '@/lib/questions/check';
import { runFactsOf } from '@/lib/run/curve';
import words from '@/words/textbook';

const { trainingTrace } = REFERENCE_FACTS;
const epochs = readingsOf(trainingTrace, [], runFactsOf(10, { training: 1000, heldOut: 200 })).flatMap(
  ({ textbook }) => textbook ?? [],
);

test('the textbook’s observations stand beside those that are generated from its numbers', async () => {
  await render(<Textbook epochs={epochs} />);
  const rows = page.getByRole('row').elements().slice(1);
  expect(rows).toHaveLength(trainingTrace.length);
  for (const [at, row] of rows.entries()) {
    const [epoch, says, generated, follows] = [...row.children].map((cell) => cell.textContent);
    expect(epoch).toBe(String(trainingTrace[at].epoch));
    expect(generated).toBe(epochs[at].observation.sentence);
    expect(says).not.toBe(generated);
    expect(follows).not.toBe('');
  }
  // The heading stands above the table that it names, and names nothing else.
  const name = words.title();
  expect(page.getByRole('heading', { name }).elements()).toHaveLength(1);
  expect(page.getByRole('region', { name }).elements()).toHaveLength(1);
});

test('the plot falls all the way, from the table’s first value to its own end', () => {
  const points = sketchOf(trainingTrace);
  expect(points[0].y).toBe(trainingTrace[0].loss);
  expect(points.at(-1)?.y).toBeCloseTo(0.1, 12);
  for (const [at, { y }] of points.slice(1).entries()) expect(y).toBeLessThan(points[at].y);
});

test('plot and table differ most where the exercise says so', () => {
  const points = sketchOf(trainingTrace);
  const times = trainingTrace.map(({ loss }, at) => loss / points[at].y);
  const [epoch] = plotTask(trainingTrace).right;
  expect(times.indexOf(Math.max(...times))).toBe(trainingTrace.findIndex((point) => point.epoch === epoch));
  expect(check(plotTask(trainingTrace), [10, 0, 0.28]).right).toBe(true);
  expect(check(plotTask(trainingTrace), [10, 1, 0.28]).right).toBe(false);
  expect(check(plotTask(trainingTrace), [5, 0, 0.5]).right).toBe(false);
});

test('the page gives neither the epoch nor the two numbers away before they were found', async () => {
  await render(<Textbook epochs={epochs} />);
  const form = document.querySelector('form');
  const asked = [...(form?.querySelectorAll('p, label') ?? [])]
    .map(({ textContent }) => textContent)
    .join(' ');
  expect(asked).not.toMatch(/0\.28|epoch 10|last epoch/i);
  await page.getByLabelText('Epoch', { exact: true }).fill('10');
  await page.getByLabelText('Loss in the plot').selectOptions('near 0.1');
  await page.getByLabelText('Loss in the table').fill('0.28');
  await page.getByRole('button', { name: 'Check' }).click();
  await expect.element(page.getByText(/near 0\.1, the table at 0\.28, 2\.8 times/)).toBeVisible();
});
