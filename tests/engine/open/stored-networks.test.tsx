/** Networks of this browser's storage where it doesn't answer, where another tab changes them, and in the list of the page. */
import { createStore, del, keys } from 'idb-keyval';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { KeptSets } from '@/components/explore/data/KeptSets';
import { OpenedList } from '@/components/explore/open/OpenedList';
import { COURSE } from '@/lib/course/subject';
import { ANSWER_MS } from '@/lib/data/database';
import { keptOwnImage, keptOwnImages } from '@/lib/data/own-store';
import { openStored } from '@/lib/data/sets/training/stored-set';
import { keptExperiments } from '@/lib/experiment/store';
import { formatBytes } from '@/lib/format/bytes';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { fail, must, ok, type Result } from '@/lib/result';
import { PRESETS } from '@/lib/shelf/presets';
import { findSubject } from '@/lib/store/subject/find-subject';
import { keptSet, listSets } from '@/lib/store/subject/kept-sets';
import { keepOpened, type Listed, listOpened, renameOpened } from '@/lib/store/subject/opened-networks';
import { subjectStore, turnTo } from '@/lib/store/subject/subject';
import '@/app/tokens.css';
import '@/app/globals.css';

vi.mock('next/navigation', () => ({ usePathname: () => '/open/', useRouter: () => ({ push: () => {} }) }));

const store = createStore('pipeline-tracer-networks', 'opened');
beforeEach(async () => {
  for (const key of await keys(store)) await del(key, store);
  turnTo(COURSE);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** From now on nothing that is read is ever answered. */
function silence(): void {
  for (const name of ['get', 'getAll', 'getAllKeys'] as const)
    vi.spyOn(IDBObjectStore.prototype, name).mockReturnValue({} as never);
}

/** What is read from the storage, by what is said where that doesn't answer. */
const READINGS: readonly (readonly [string, (id: string) => Promise<Result<unknown>>])[] = [
  ['the network could not be read', findSubject],
  ['your image could not be read', () => keptOwnImage('own-00000000', [64, 64, 3])],
  ['your image could not be read', () => keptOwnImages([64, 64, 3])],
  ['the networks in it could not be listed', async () => asResult(await listOpened())],
  ['the data sets in it could not be listed', listSets],
  ['the data set could not be read', () => keptSet('set-00000000')],
  ['the data set could not be read', () => openStored('set-00000000')],
  ['your experiments could not be read', () => keptExperiments(COURSE)],
];

const asResult = ({ networks, problem }: Listed): Result<unknown> =>
  problem ? fail(problem.sentence) : ok(networks);

test('storage that never answers ends the wait with a sentence, whatever is read from it', async () => {
  const { id } = await keepOpened({ architecture: PRESETS.lenet, weights: null });
  // What loads the parts doesn't wait for the time that stands still.
  for (const [, read] of READINGS) await read(id);
  silence();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const answers = READINGS.map(([, read]) => read(id));
  let come = 0;
  for (const answer of answers) void answer.then(() => come++);
  // Until all wait.
  while (vi.getTimerCount() < answers.length) await new Promise((resolve) => requestAnimationFrame(resolve));
  await vi.advanceTimersByTimeAsync(ANSWER_MS - 1);
  expect(come).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  for (const [at, answer] of (await Promise.all(answers)).entries())
    expect(answer.ok ? '' : answer.problem.sentence).toBe(
      `This browser’s storage didn’t answer, so ${READINGS[at][0]}. Reload the page to try again.`,
    );
});

test('the lists of networks and of data sets say that the storage doesn’t answer', async () => {
  silence();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await render(<OpenedList />);
  await render(<KeptSets />);
  while (vi.getTimerCount() < 2) await new Promise((resolve) => requestAnimationFrame(resolve));
  await vi.advanceTimersByTimeAsync(ANSWER_MS);
  vi.useRealTimers();
  for (const what of ['the networks in it', 'the data sets in it'])
    await expect
      .element(page.getByRole('alert').getByText(`didn’t answer, so ${what} could not be listed`))
      .toBeVisible();
  // Whether there are any is not known.
  await expect.element(page.getByText(/^None yet/)).not.toBeInTheDocument();
});

test('a network that another tab renames has its new name here', async () => {
  const { id } = await keepOpened({ architecture: PRESETS.lenet, weights: null });
  turnTo(must(await findSubject(id)));
  const { pipeline } = subjectStore.getState();
  must(await renameOpened(id, 'mine'));
  // Another tab's channel: this one's own doesn't hear itself.
  new BroadcastChannel('pipeline-tracer-networks').postMessage(null);
  await vi.waitFor(() => expect(subjectStore.getState().subject.architecture.name).toBe('mine'));
  // What the engine has of it stays.
  expect(subjectStore.getState()).toMatchObject({ subject: { id }, pipeline });
});

test('a network that was built is listed with the size of its weights', async () => {
  await keepOpened({ architecture: PRESETS.lenet, weights: null });
  await render(<OpenedList />);
  const size = formatBytes(must(buildPipeline(PRESETS.lenet)).parameters * 4);
  expect(size).toMatch(/^\d+ kB$/);
  await expect.element(page.getByText(new RegExp(`^${size}, built on `))).toBeVisible();
});
