/** The data sets that a site serves, as its page and its choice of networks list them. */
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { SiteSets } from '@/components/explore/data/SiteSets';
import NetworkChoice from '@/components/shell/network/NetworkChoice';
import { learner } from '@/lib/store/learner/learner';

const push = vi.fn<(page: string) => void>();
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }));

const about = (name: string, classes: readonly string[]) => ({
  name,
  form: 'images',
  classes,
  shape: [8, 8, 3],
  count: 20 * classes.length,
  counts: [14, 2, 4].map((count) => classes.map(() => count)),
  sum: '00c0ffee',
  network: 'transfer',
  notes: [],
});
const TWO = [
  { folder: 'pets', about: about('Pets', ['cat', 'dog']) },
  { folder: 'alone', about: about('Alone', ['cat']) },
];
const serve = (answer: () => Response) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => answer()),
  );
const list = (sets: readonly unknown[]) => () => new Response(JSON.stringify({ version: 1, sets }));

afterEach(() => {
  vi.unstubAllGlobals();
  learner.getState().chooseNetwork(null);
});

test('each can be opened, and where its classes allow it trained on', async () => {
  serve(list(TWO));
  await render(<SiteSets />);
  await expect.element(page.getByRole('button', { name: /^Open/ })).toHaveLength(2);
  await expect.element(page.getByText('Pets: 40 images, 2 classes')).toBeVisible();
  // With one class there is nothing to tell apart.
  await expect.element(page.getByRole('button', { name: /^Train/ })).toHaveLength(1);
  await page.getByRole('button', { name: 'Train a network on “Pets”' }).click();
  expect(learner.getState().network).toBe('site-pets');
  expect(push).toHaveBeenCalledWith('/train/');
});

test('a site without sets shows nothing; a list that can’t be read is said to be unreadable', async () => {
  serve(list([]));
  const { container, unmount } = await render(<SiteSets />);
  await vi.waitFor(() => expect(fetch).toHaveBeenCalled());
  expect(container.textContent).toBe('');
  await unmount();
  for (const broken of [() => new Response('<html>'), () => new Response('', { status: 404 })]) {
    serve(broken);
    const shown = await render(<SiteSets />);
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent(/list of this site’s data sets could not be read/);
    await shown.unmount();
  }
});

test('the choice of networks lists those that can be trained on, and chooses them by their id', async () => {
  serve(list(TWO));
  await render(<NetworkChoice name="Drawings" onLeave={() => {}} />);
  await page.getByRole('radio', { name: /^Pets.*40 images of 2 classes/ }).click();
  expect(learner.getState().network).toBe('site-pets');
  await expect.element(page.getByRole('radio', { name: /^Alone/ })).not.toBeInTheDocument();
});
