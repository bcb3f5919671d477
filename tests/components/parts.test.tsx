import { lazy, Suspense } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { again } from '@/components/parts/again';
import { Part } from '@/components/parts/Part';
import { learner } from '@/lib/store/learner/learner';

let broken = true;
const Fragile = () => {
  if (broken) throw new TypeError('the map has no values');
  return <p>Drawn</p>;
};

beforeEach(() => {
  broken = true;
  // React logs to the console what a boundary caught.
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

const alert = () => page.getByRole('alert');
const tryAgain = () => page.getByRole('button', { name: 'Try again' });
const copyDetails = () => page.getByRole('button', { name: 'Copy details' });

const TwoParts = () => (
  <>
    <Part name="The figure of conv1">
      <Fragile />
    </Part>
    <Part name="The spine">
      <p>Nine stages</p>
    </Part>
  </>
);

test('a part that fails is named, the rest stays alive, and it can be retried by keyboard', async () => {
  await render(<TwoParts />);
  await expect.element(alert()).toHaveTextContent('The figure of conv1 could not be drawn.');
  await expect.element(page.getByText('Nine stages')).toBeVisible();
  await tryAgain().click();
  await expect.element(alert()).toBeVisible();
  broken = false;
  const button = tryAgain().element();
  if (button instanceof HTMLElement) button.focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Drawn')).toBeVisible();
  await expect.element(alert()).not.toBeInTheDocument();
});

test('another image retries the part', async () => {
  await render(<TwoParts />);
  await expect.element(alert()).toBeVisible();
  broken = false;
  learner.getState().chooseImage('frog-1');
  await expect.element(page.getByText('Drawn')).toBeVisible();
});

test('the details name the part, the error, the page and the browser', async () => {
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await render(<TwoParts />);
  await copyDetails().click();
  await expect.element(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const [details] = copied.mock.calls[0];
  for (const part of [
    'The figure of conv1 could not be drawn.',
    'TypeError: the map has no values',
    'Fragile',
    window.location.href,
    navigator.userAgent,
  ])
    expect(details).toContain(part);
});

test('where copying is blocked, the details are shown in a field', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  await render(<TwoParts />);
  await copyDetails().click();
  const field = page.getByRole('textbox', { name: 'Details of the error, to copy' });
  await expect.element(field).toHaveFocus();
  expect(window.getSelection()?.toString()).toContain('the map has no values');
});

test('a part that covers the page can be closed while it is broken', async () => {
  const onClose = vi.fn();
  await render(
    <Part name="The inspector" floating onClose={onClose}>
      <Fragile />
    </Part>,
  );
  await page.getByRole('button', { name: 'Close' }).click();
  expect(onClose).toHaveBeenCalledOnce();
});

test('a part that could not be fetched says so, and is fetched again', async () => {
  let connected = false;
  const load = vi.fn(async () => {
    if (!connected) throw new Error('Failed to load chunk');
    return () => <p>Fetched</p>;
  });
  const Fetched = lazy(again(load));
  // Without a loading state: `dynamic` behaves like this when no text for loading is given.
  await render(
    <Suspense>
      <Part name="The inspector">
        <Fetched />
      </Part>
    </Suspense>,
  );
  await expect.element(alert()).toHaveTextContent('The inspector could not be loaded.');
  await tryAgain().click();
  await expect.element(alert()).toHaveTextContent('The inspector could not be loaded.');
  connected = true;
  await tryAgain().click();
  await expect.element(page.getByText('Fetched')).toBeVisible();
  // At first, at once again, and at each press.
  expect(load).toHaveBeenCalledTimes(4);
});
