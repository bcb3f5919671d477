import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import PadSet from '@/components/explore/data/pad/PadSet';
import { Drawing } from '@/lib/data/drawing/drawing';
import { drawnDigit } from '@/lib/data/drawing/drawn-digit';
import { PAD_SIDE } from '@/lib/data/drawing/ink';
import type { LabelledSet } from '@/lib/data/sets/labelled-set';
import { asksBeforeLeaving } from '../support/asks-before-leaving';
import '@/app/tokens.css';
import '@/app/globals.css';

const shown = vi.fn<(set: LabelledSet) => void>();
vi.mock('@/components/explore/data/ReadSetView', () => ({
  ReadSetView: ({ set, onClose, onKept }: { readonly set: LabelledSet; onClose(): void; onKept(): void }) => {
    shown(set);
    return (
      <>
        <button type="button" onClick={onKept}>
          Store
        </button>
        <button type="button" onClick={onClose}>
          Discard
        </button>
      </>
    );
  },
}));

const button = (name: string) => page.getByRole('button', { name });
/** The keyboard's pen moves in 28 steps a side, from the middle. */
const at = (row: number, column: number) => ({
  x: ((column + 0.5) * PAD_SIDE) / 28,
  y: ((row + 0.5) * PAD_SIDE) / 28,
});

test('drawings are added to classes, and become a data set of MNIST’s form', async () => {
  await render(<PadSet />);
  await userEvent.click(button('Open the drawing pad'));
  const pad = page.getByRole('application', { name: /^The pad/ });
  await expect.element(button('Add the drawing to “Class 1”')).toHaveAttribute('aria-disabled', 'true');
  await userEvent.fill(page.getByLabelText('Name of class 1'), 'bar');

  (pad.element() as HTMLElement).focus();
  await userEvent.keyboard(' {ArrowDown}{ArrowDown}{ArrowDown} ');
  await expect.element(button('Add the drawing to “bar”')).toHaveAttribute('aria-disabled', 'false');
  await userEvent.click(button('Add the drawing to “bar”'));
  await expect.element(page.getByText('one drawing', { exact: true })).toBeVisible();
  // The pad is empty again.
  await expect.element(button('Add the drawing to “bar”')).toHaveAttribute('aria-disabled', 'true');

  (pad.element() as HTMLElement).focus();
  await userEvent.keyboard(' {ArrowRight}{ArrowRight} ');
  await userEvent.click(button('Add the drawing to “Class 2”'));
  await userEvent.click(button('Make a data set of 2 drawings'));
  const set = shown.mock.calls.at(-1)?.[0];
  expect(set).toMatchObject({ form: 'pad', classes: ['bar', 'Class 2'], shape: [28, 28, 1], count: 2 });
  expect([...(set?.labels ?? [])]).toEqual([0, 1]);
  // The same bytes as the pad of the digits' network makes of the same strokes.
  const down = new Drawing();
  down.begin(at(14, 14));
  for (const row of [15, 16, 17]) down.extend([at(row, 14)]);
  expect(set?.pixels.slice(0, 784)).toEqual(drawnDigit(down.ink));

  // Whoever discards the set has the drawings still.
  await userEvent.click(button('Discard'));
  await expect.element(page.getByLabelText('Name of class 1')).toHaveValue('bar');
  await expect.element(page.getByText('one drawing', { exact: true }).first()).toBeVisible();
  await expect.element(button('Make a data set of 2 drawings')).toHaveAttribute('aria-disabled', 'false');
});

test('a page with drawings that are not stored yet is not left without a question', async () => {
  await render(<PadSet />);
  await userEvent.click(button('Open the drawing pad'));
  const pad = page.getByRole('application', { name: /^The pad/ });
  async function add() {
    (pad.element() as HTMLElement).focus();
    await userEvent.keyboard(' {ArrowDown}{ArrowDown}{ArrowDown} ');
    await expect.element(button('Add the drawing to “Class 1”')).toHaveAttribute('aria-disabled', 'false');
    await userEvent.click(button('Add the drawing to “Class 1”'));
  }
  expect(asksBeforeLeaving()).toBe(false);
  await add();
  await expect.poll(asksBeforeLeaving).toBe(true);
  await userEvent.click(button('Make a data set of one drawing'));
  expect(asksBeforeLeaving()).toBe(true);
  await userEvent.click(button('Discard'));
  expect(asksBeforeLeaving()).toBe(true);
  await userEvent.click(button('Make a data set of one drawing'));
  await userEvent.click(button('Store'));
  await expect.poll(asksBeforeLeaving).toBe(false);
  await userEvent.click(button('Discard'));
  await expect.element(pad).toBeVisible();
  expect(asksBeforeLeaving()).toBe(false);
  await add();
  await expect.poll(asksBeforeLeaving).toBe(true);
});
