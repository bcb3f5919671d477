/** From files to a network on every page, with the engine and the reader of the site. */
import { createStore, del, keys } from 'idb-keyval';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { OpenedList } from '@/components/explore/open/OpenedList';
import { OpenNetwork } from '@/components/explore/open/OpenNetwork';
import { NetworkLine } from '@/components/shell/network/NetworkLine';
import { COURSE } from '@/lib/course/subject';
import { createEngine } from '@/lib/engine/client/client';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { must } from '@/lib/result';
import { engineConnected } from '@/lib/store/engine/engine';
import { learner } from '@/lib/store/learner/learner';
import { keepOpened, openedNetwork } from '@/lib/store/subject/opened-networks';
import { turnTo } from '@/lib/store/subject/subject';
import { asLayersModel } from '../../unit/interchange/support/layers-model';
import { randomWeights } from '../../unit/support/random-weights';
import { SMALL } from '../support/small';
import '@/app/tokens.css';
import '@/app/globals.css';

const { push } = vi.hoisted(() => ({ push: vi.fn() }));
vi.mock('next/navigation', () => ({ usePathname: () => '/open/', useRouter: () => ({ push }) }));

/** Without its preparation: that is what files leave open. */
const BARE = { ...SMALL, layers: SMALL.layers.filter(({ kind }) => kind !== 'normalize') };
const weights = randomWeights(must(buildPipeline(BARE)), 3);
const files = await Promise.all(
  asLayersModel(BARE, weights).map(async ({ name, bytes }) => new File([await bytes()], name.slice(4))),
);
const store = createStore('pipeline-tracer-networks', 'opened');
const engine = createEngine({ base: '', keeps: false });

beforeAll(() => engineConnected(engine));
afterAll(() => engine.dispose());
beforeEach(async () => {
  for (const key of await keys(store)) await del(key, store);
  push.mockReset();
  learner.getState().chooseNetwork(null);
  turnTo(COURSE);
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const choose = (chosen: readonly File[]) =>
  userEvent.upload(page.getByLabelText('Files of a network'), [...chosen]);
const alert = () => page.getByRole('alert').first();
const way = (name: string) => page.getByRole('radio', { name: new RegExp(`^${name}`) });

test('what is wrong with files is said where they were chosen, and others can be chosen', async () => {
  await render(<OpenNetwork />);
  await choose(files.slice(0, 1));
  await expect.element(alert()).toHaveTextContent(/^“model\.json” needs the weight file/);
  await choose(files);
  await expect.element(button('Use this network')).toBeVisible();
  await expect.element(alert()).toHaveTextContent('');
});

test('dropped files are read like chosen ones', async () => {
  await render(<OpenNetwork />);
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
  await expect.element(button('Use this network')).toBeVisible();
});

test('a network is shown after each preparation, named, kept, and turned to', async () => {
  await render(<OpenNetwork />);
  await choose(files);
  await expect.element(way('0 to 1')).toBeChecked();
  await expect.element(page.getByText(/^Proposed: The file doesn’t say/)).toBeVisible();
  // Every way has its three most probable classes, and they are not all the same.
  const predicted = () =>
    page
      .getByRole('radio')
      .elements()
      .flatMap((radio) => radio.parentElement?.lastElementChild ?? []);
  const counts = () => predicted().map(({ children }) => children.length);
  await expect.poll(() => counts().slice(0, 5)).toEqual([3, 3, 3, 3, 3]);
  expect(new Set(predicted().map(({ textContent }) => textContent)).size).toBeGreaterThan(1);
  // Numbers of one’s own are tried as soon as they are chosen, and again once they change.
  await way('your own mean').click();
  await expect.poll(counts).toEqual([3, 3, 3, 3, 3, 3]);
  const before = predicted()[5].textContent;
  await userEvent.fill(page.getByLabelText('Means'), '1, 0, 1');
  await expect.poll(counts).toEqual([3, 3, 3, 3, 3, 3]);
  await expect.poll(() => predicted()[5].textContent).not.toBe(before);

  const names = page.getByLabelText('Names of the classes');
  await userEvent.fill(names, 'a\nb');
  await expect.element(page.getByText('2 names for 10 classes: 8 are missing.')).toBeVisible();
  await expect.element(button('Use this network')).toHaveAttribute('aria-disabled', 'true');
  const classes = [...'abcdefghij'];
  await userEvent.fill(names, classes.join('\n'));
  await userEvent.fill(page.getByLabelText('Name', { exact: true }), 'mine');
  await way('−1 to 1').click();
  await button('Use this network').click();

  await expect.poll(() => push.mock.calls).toEqual([['/trace/']]);
  const { network, image } = learner.getState();
  expect(image).toBe('cat-1');
  const kept = must(await openedNetwork(network ?? ''));
  expect(kept?.weights).toEqual(weights);
  expect(kept?.architecture).toMatchObject({ name: 'mine', classes });
  expect(kept?.architecture.layers[1]).toEqual({
    id: 'normalize',
    kind: 'normalize',
    divisor: 255,
    means: [0.5],
    deviations: [0.5],
  });
});

test('opened networks are listed: to be shown, renamed, and deleted after a question', async () => {
  const { id } = await keepOpened({ architecture: { ...BARE, name: 'first' }, weights });
  await render(<OpenedList />);
  await button('Rename “first”').click();
  await expect.element(page.getByLabelText('New name')).toHaveFocus();
  await userEvent.fill(page.getByLabelText('New name'), 'second');
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Rename “second”')).toHaveFocus();
  await button('Show “second”').click();
  expect(learner.getState().network).toBe(id);
  expect(push).toHaveBeenCalledWith('/trace/');
  await button('Delete “second”').click();
  await expect.element(button('Keep')).toHaveFocus();
  await button('Keep').click();
  await expect.element(page.getByText('second', { exact: true })).toBeVisible();
  await button('Delete “second”').click();
  await button('Delete').last().click();
  await expect.element(page.getByText(/^None yet/)).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Opened networks' })).toHaveFocus();
});

test('the choice in the head lists them as soon as it is opened', async () => {
  const { id } = await keepOpened({ architecture: { ...BARE, name: 'from a file' }, weights });
  await render(<NetworkLine />);
  await button(/^Network/).click();
  await page.getByRole('radio', { name: /from a file/ }).click();
  expect(learner.getState().network).toBe(id);
  await expect
    .element(page.getByRole('link', { name: 'Open a network' }))
    .toHaveAttribute('href', expect.stringMatching(/^\/open\/?$/));
});
