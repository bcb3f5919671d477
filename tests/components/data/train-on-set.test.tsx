/** What is chosen before a network is trained on a stored data set. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { TrainOnSet } from '@/components/explore/data/train/TrainOnSet';
import type { Architecture } from '@/lib/network/architecture';
import { fail, ok, type Result } from '@/lib/result';
import '@/app/tokens.css';
import '@/app/globals.css';

const made = vi.fn<(seed: number) => void>();
const named = vi.fn<(name: string) => void>();
const push = vi.fn<(page: string) => void>();
const turned = vi.fn<() => Promise<void>>();
const answer = vi.fn<() => Result<object>>();
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }));
vi.mock('@/lib/store/session/turn-to-opened', () => ({ turnToOpened: () => turned() }));
vi.mock('@/lib/store/subject/train-on-set', async (load) => ({
  ...(await load<object>()),
  networkForSet: async (_id: string, network: Architecture, _transfer: boolean, seed: number) => {
    named(network.name);
    made(seed);
    return answer();
  },
}));
const kept = vi.fn();
vi.mock('@/components/explore/data/use-kept-sets', () => ({ useKeptSets: () => kept() }));

const setOf = (id: string, name: string, counts: readonly (readonly number[])[]) => ({
  id,
  name,
  form: 'images',
  classes: ['cat', 'dog'],
  shape: [32, 32, 3],
  count: 60,
  counts,
  notes: [],
  bytes: 60 * 3072,
  keptAt: 0,
});

const here = window.location.href;
afterEach(() => window.history.replaceState(null, '', here));

beforeEach(() => {
  for (const mock of [made, named, push, turned]) mock.mockReset();
  answer.mockReturnValue(fail('Not today.'));
  kept.mockReturnValue([
    setOf('set-00000001', 'loose', [
      [30, 30],
      [0, 0],
      [0, 0],
    ]),
    setOf('set-00000002', 'divided', [
      [20, 20],
      [5, 5],
      [5, 5],
    ]),
  ]);
});

const seed = () => page.getByLabelText('Seed of the division');
const train = page.getByRole('button', { name: 'Train this network' });

test('the seed that divides the images is chosen with the network', async () => {
  await render(<TrainOnSet />);
  await expect.element(seed()).toHaveValue('1');
  await userEvent.click(train);
  await expect.element(page.getByText('Not today.')).toBeVisible();
  await userEvent.fill(seed(), '27');
  await userEvent.click(train);
  await vi.waitFor(() => expect(made.mock.calls).toEqual([[1], [27]]));
});

test('a seed that is none is refused in a sentence, and no network is made', async () => {
  await render(<TrainOnSet />);
  for (const typed of ['', '-1', '1.5', '1000000']) {
    await userEvent.fill(seed(), typed);
    await expect.element(page.getByText(/seed; give a whole number from 0 to 999999\.$/)).toBeVisible();
    await expect.element(train).toHaveAttribute('aria-disabled', 'true');
    (train.element() as HTMLElement).click();
  }
  expect(made).not.toHaveBeenCalled();
});

test('a set whose folders name all parts has nothing to draw, so there is no seed', async () => {
  await render(<TrainOnSet />);
  await userEvent.fill(seed(), '');
  await userEvent.selectOptions(page.getByLabelText('Data set', { exact: true }), 'divided');
  await expect.element(seed()).not.toBeInTheDocument();
  await userEvent.click(train);
  await vi.waitFor(() => expect(made.mock.calls).toEqual([[1]]));
});

test('it leads to the page for training, and stays where it is there: the address names the network', async () => {
  answer.mockReturnValue(ok({}));
  await render(<TrainOnSet />);
  await userEvent.click(train);
  await vi.waitFor(() => expect(push.mock.calls).toEqual([['/train/']]));
  window.history.replaceState(null, '', '/de/train/?network=photographs');
  await userEvent.click(train);
  await vi.waitFor(() => expect(turned).toHaveBeenCalledTimes(2));
  expect(push).toHaveBeenCalledTimes(1);
});

test('a page may propose the network that it shows', async () => {
  await render(<TrainOnSet begins="shown" />);
  await expect.element(page.getByLabelText('Network', { exact: true })).toHaveValue('shown');
});

test('the network that is shown is called as everywhere, and so is the one that is made of its layers', async () => {
  await render(<TrainOnSet begins="shown" />);
  await expect
    .element(page.getByRole('option', { name: 'The network you see now: Drawings' }))
    .toBeInTheDocument();
  await userEvent.click(train);
  await vi.waitFor(() => expect(named.mock.calls).toEqual([['loose: Drawings']]));
});
