import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { FaultLab } from '@/components/training/faults/FaultLab';
import type { CaseView } from '@/components/training/faults/use-case';
import type { Evidence } from '@/lib/challenges/faults/evidence';
import { caseOf } from '@/lib/course/faults/cases';

/** A trained run of three epochs whose losses begin here. */
const evidenceOf = (loss: number): Evidence => ({
  ...{ batches: [], stages: [] },
  log: {
    ...caseOf('none', 1),
    backend: 'wasm',
    labels: { training: [], heldOut: [] },
    epochs: [0, 1, 2, 3].map((epoch) => ({
      epoch,
      loss: loss / (1 + epoch),
      accuracy: 0.2 * epoch,
      heldOutLoss: loss / (1 + epoch),
      heldOutAccuracy: 0.2 * epoch,
      milliseconds: 1,
      learningRate: 0.001,
      norms: {},
      answers: { training: [], heldOut: [] },
    })),
  },
});

const VIEW: CaseView = {
  number: 1,
  fault: 'none',
  progress: 1,
  live: { epochs: [], batches: [], last: 3 },
  suspect: evidenceOf(2),
  healthy: evidenceOf(1),
  sentence: null,
};
// What is tested is where the evidence stands, not its training nor what it says of single images.
vi.mock('@/components/training/faults/use-case', () => ({
  useCase: () => ({ view: VIEW, start: async () => {} }),
}));
vi.mock('@/components/training/epochs/EpochDetail', () => ({ EpochDetail: () => null }));
vi.mock('@/components/training/train/network/MapTiles', () => ({ MapTiles: () => null }));

const address = window.location.href;
afterEach(async () => {
  window.history.replaceState(null, '', address);
  await page.viewport(414, 896);
});

for (const [width, height] of [
  [390, 844],
  [1440, 900],
])
  test(`${width} pixels wide: each curve of a trained run is there once, in the only part of that name`, async () => {
    await page.viewport(width, height);
    await render(<FaultLab />);
    const curves = page.getByRole('region', { name: 'Curves', exact: true });
    await expect.element(curves).toBeVisible();
    expect(curves.all()).toHaveLength(1);
    await expect.element(curves.getByRole('figure', { name: /^Loss/ })).toBeVisible();
    expect([...document.querySelectorAll('figure')]).toHaveLength(2);
    await expect.element(page.getByRole('region', { name: 'How to read the curves' })).toBeVisible();
  });

test('the other run is shown at its last epoch, whichever was chosen of the first', async () => {
  await render(<FaultLab />);
  const slider = page.getByRole('slider').first();
  const readout = () => slider.element().getAttribute('aria-valuetext') ?? '';
  await expect.poll(readout).toMatch(/epoch 3/i);
  await slider.fill('0');
  await expect.poll(readout).toMatch(/epoch 0/i);
  await page.getByRole('radio', { name: 'a healthy run with the same seed' }).click();
  await expect.poll(readout).toMatch(/epoch 3/i);
});

test('700 pixels wide: the choices stand in two columns, whatever their length', async () => {
  await page.viewport(700, 900);
  await render(<FaultLab />);
  await expect.element(page.getByRole('radio', { name: 'Nothing is broken' })).toBeVisible();
  const choices = [...document.querySelectorAll('[name=suspicion]')];
  expect(choices).toHaveLength(9);
  expect(new Set(choices.map((one) => Math.round(one.getBoundingClientRect().left))).size).toBe(2);
});
