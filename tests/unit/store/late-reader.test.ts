/* A page that has not loaded what reads stored progress: a first visit never does. */
import { afterEach, expect, test, vi } from 'vitest';
import { Browser } from '../support/tabs';

const form = '@/lib/store/learner/progress-form';

afterEach(() => {
  vi.doUnmock(form);
  vi.unstubAllGlobals();
});

/** A tab with the progress as a lesson loads it; `reader` counts how often its reader was loaded. */
async function open(browser: Browser, fails = 0) {
  const tab = browser.open();
  const loads = vi.fn();
  const page = await tab.load(async () => {
    vi.doMock(form, async (original) => {
      loads();
      if (loads.mock.calls.length <= fails) throw new Error('offline');
      return original();
    });
    return {
      ...(await import('@/lib/store/learner/progress')),
      ...(await import('@/lib/store/page/notices')),
    };
  });
  tab.in(() => page.restoreProgress());
  const sentences = () => page.notices.getState().notices.map(({ sentence }) => sentence);
  const read = () => page.progress.getState().read;
  const mark = (stage: string) => tab.in(() => page.progress.getState().markRead(stage));
  return { tab, page, loads, sentences, read, mark };
}

const stored = (browser: Browser): unknown => JSON.parse(browser.text('progress')).read;

test('a first visit keeps what is done without loading it', async () => {
  const browser = new Browser();
  const { mark, read, loads, page } = await open(browser);
  mark('conv1');
  mark('pool1');
  page.progress.getState().markAnswer('conv1', true);
  browser.deliver();
  expect(read()).toEqual(['conv1', 'pool1']);
  expect(stored(browser)).toEqual(['conv1', 'pool1']);
  expect(loads).not.toHaveBeenCalled();
});

test('what an earlier visit kept appears, and a change made before that is merged into it', async () => {
  const browser = new Browser({ progress: '{"version":1,"read":["conv1"]}' });
  const { mark, read, page } = await open(browser);
  mark('pool1');
  page.progress.getState().markAnswer('pool1', true);
  expect(read()).toEqual(['pool1']);
  browser.deliver();
  expect(browser.text('progress')).toBe('{"version":1,"read":["conv1"]}');
  await vi.waitFor(() => expect(read()).toEqual(['conv1', 'pool1']));
  browser.deliver();
  expect(stored(browser)).toEqual(['conv1', 'pool1']);
  expect(page.progress.getState().questions).toEqual({ pool1: { met: 1, right: 1 } });
});

test('what another tab writes meanwhile is merged too', async () => {
  const browser = new Browser();
  const a = await open(browser);
  const b = await open(browser);
  b.mark('conv1');
  a.mark('pool1');
  a.tab.in(() => browser.deliver());
  await vi.waitFor(() => {
    browser.deliver();
    expect([a.read(), b.read()].map((read) => [...read].sort())).toEqual([
      ['conv1', 'pool1'],
      ['conv1', 'pool1'],
    ]);
  });
});

test('a newer version’s stays as it is, and the learner is told that nothing is kept', async () => {
  const newer = '{"version":9,"everything":"else"}';
  const browser = new Browser({ progress: newer });
  const { mark, read, sentences } = await open(browser);
  mark('pool1');
  await vi.waitFor(() => expect(sentences()).toEqual([expect.stringMatching(/newer version of this site/)]));
  mark('dense');
  browser.deliver();
  expect(read()).toEqual(['pool1', 'dense']);
  expect(browser.text('progress')).toBe(newer);
});

test('if it can’t be loaded, nothing is overwritten, and the next change tries again', async () => {
  const browser = new Browser({ progress: '{"version":1,"read":["conv1"]}' });
  const { mark, read, sentences } = await open(browser, 1);
  mark('pool1');
  await vi.waitFor(() => expect(sentences()).toHaveLength(1));
  browser.deliver();
  expect(stored(browser)).toEqual(['conv1']);
  expect(read()).toEqual(['pool1']);
  mark('dense');
  await vi.waitFor(() => expect(read()).toEqual(['conv1', 'pool1', 'dense']));
  browser.deliver();
  expect(stored(browser)).toEqual(['conv1', 'pool1', 'dense']);
});
