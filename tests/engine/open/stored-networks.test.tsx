/** Networks of this browser's storage where it doesn't answer, where another tab changes them, and in the list of the page. */
import { createStore, del, keys } from 'idb-keyval';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { OpenedList } from '@/components/explore/open/OpenedList';
import { COURSE } from '@/lib/course/subject';
import { ANSWER_MS } from '@/lib/data/database';
import { keptOwnImage } from '@/lib/data/own-store';
import { formatBytes } from '@/lib/format/bytes';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { must } from '@/lib/result';
import { PRESETS } from '@/lib/shelf/presets';
import { findSubject } from '@/lib/store/subject/find-subject';
import { keepOpened, renameOpened } from '@/lib/store/subject/opened-networks';
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

test('storage that never answers ends the wait with a sentence, for a network and for an image', async () => {
  const { id } = await keepOpened({ architecture: PRESETS.lenet, weights: null });
  // What loads the parts doesn't wait for the time that stands still.
  must(await findSubject(id));
  must(await keptOwnImage('own-00000000', [64, 64, 3]));
  vi.spyOn(IDBObjectStore.prototype, 'get').mockReturnValue({} as IDBRequest);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const found = findSubject(id);
  const image = keptOwnImage('own-00000000', [64, 64, 3]);
  let isThere = false;
  void Promise.all([found, image]).then(() => {
    isThere = true;
  });
  // Until both wait.
  while (vi.getTimerCount() < 2) await new Promise((resolve) => requestAnimationFrame(resolve));
  await vi.advanceTimersByTimeAsync(ANSWER_MS - 1);
  expect(isThere).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  const sentences = [await found, await image].map((one) => (one.ok ? '' : one.problem.sentence));
  for (const sentence of sentences) expect(sentence).toMatch(/^This browser’s storage didn’t answer, so/);
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
