import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import PadSet from '@/components/explore/data/pad/PadSet';
import type * as Frames from '@/lib/data/sets/camera/frames';
import '@/app/tokens.css';
import '@/app/globals.css';

vi.mock('@/lib/data/sets/camera/frames', async (original) => ({
  ...(await original<typeof Frames>()),
  MOST_FRAMES: 1,
}));

const add = () => page.getByRole('button', { name: 'Add the drawing to “Class 1”' });

async function draw() {
  (page.getByRole('application', { name: /^The pad/ }).element() as HTMLElement).focus();
  await userEvent.keyboard(' {ArrowDown}{ArrowDown} ');
}

test('a drawing for which there is no room stays on the pad', async () => {
  await render(<PadSet />);
  await userEvent.click(page.getByRole('button', { name: 'Open the drawing pad' }));
  await draw();
  await userEvent.click(add());
  await expect.element(add()).toHaveAttribute('aria-disabled', 'true');
  await draw();
  await userEvent.click(add());
  await expect.element(page.getByText(/^These are 1 images, the most/)).toBeVisible();
  await expect.element(add()).toHaveAttribute('aria-disabled', 'false');
});
