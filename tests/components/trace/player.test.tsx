import { useState } from 'react';
import { beforeAll, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { TracePlayer } from '@/components/trace/TracePlayer';
import { pipeline } from '../support/small-network';
import '@/app/tokens.css';
import '@/app/globals.css';

const { stages } = pipeline;

function Page({ from = 0 }: { readonly from?: number }) {
  const [at, setAt] = useState(from);
  return (
    <>
      <TracePlayer layers={stages} at={at} asked={() => at} onGo={setAt} />
      <input aria-label="A field" defaultValue="abc" />
    </>
  );
}

// On a phone the strip of stages takes the place of the layers.
beforeAll(() => page.viewport(1280, 600));

const current = () =>
  page
    .getByRole('button', { name: /^\d/ })
    .elements()
    .findIndex((one) => one.ariaCurrent);

test('the buttons and the arrow keys step from layer to layer, and stop at both ends', async () => {
  await render(<Page />);
  const [back, next] = ['Back', 'Next'].map((name) => page.getByRole('button', { name }));
  await expect.element(back).toBeDisabled();
  await next.click();
  expect(current()).toBe(1);
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
  expect(current()).toBe(2);
  for (const _ of stages) await userEvent.keyboard('{ArrowRight}');
  expect(current()).toBe(stages.length - 1);
  await expect.element(next).toBeDisabled();
});

test('a stage that is no layer lies between two of them', async () => {
  const { unmount } = await render(<Page from={1.5} />);
  expect(current()).toBe(-1);
  await page.getByRole('button', { name: 'Next' }).click();
  expect(current()).toBe(2);
  await unmount();
  await render(<Page from={1.5} />);
  await page.getByRole('button', { name: 'Back' }).click();
  expect(current()).toBe(1);
});

test('arrow keys in a field are left to the field', async () => {
  await render(<Page />);
  await page.getByRole('textbox').click();
  await userEvent.keyboard('{ArrowLeft}{ArrowRight}');
  expect(current()).toBe(0);
});

test('playing from the last layer begins at the first, and a manual step stops it', async () => {
  await render(<Page />);
  await page.getByRole('button', { name: /output$/ }).click();
  await page.getByRole('button', { name: 'Play' }).click();
  expect(current()).toBe(0);
  await expect.element(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect.element(page.getByRole('button', { name: 'Play' })).toBeVisible();
  expect(current()).toBe(1);
});
