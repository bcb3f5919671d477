import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Browser } from '../support/tabs';

afterEach(() => vi.unstubAllGlobals());

/** A tab with all the stores of a page, restored. */
async function open(browser: Browser) {
  const tab = browser.open();
  const page = await tab.load(async () => ({
    ...(await import('@/lib/store/learner/progress')),
    ...(await import('@/lib/store/learner/progress-file')),
    ...(await import('@/lib/store/learner/challenge-marks')),
    ...(await import('@/lib/store/learner/recall')),
    ...(await import('@/lib/store/learner/quiz')),
    ...(await import('@/lib/store/learner/try-it-code')),
    ...(await import('@/lib/store/page/notices')),
  }));
  tab.in(() => {
    page.restoreProgress();
    page.restoreRecall();
    page.restoreQuiz();
    page.restoreCode();
  });
  const sentences = () => page.notices.getState().notices.map(({ sentence }) => sentence);
  return { tab, page, sentences, in: tab.in.bind(tab) };
}

async function two(kept: Readonly<Record<string, string>> = {}) {
  const browser = new Browser(kept);
  return { browser, a: await open(browser), b: await open(browser) };
}

type Page = Awaited<ReturnType<typeof open>>;
const both = <T>(tabs: readonly Page[], look: (page: Page['page']) => T): readonly T[] =>
  tabs.map(({ page }) => look(page));

describe('progress in two tabs', () => {
  test('lessons that are marked in both are kept, and shown in both', async () => {
    const { browser, a, b } = await two();
    a.in(() => a.page.progress.getState().markRead('conv1'));
    browser.deliver();
    b.in(() => b.page.progress.getState().markRead('pool1'));
    browser.deliver();
    expect(both([a, b], ({ progress }) => progress.getState().read)).toEqual([
      ['conv1', 'pool1'],
      ['conv1', 'pool1'],
    ]);
    const later = await open(browser);
    expect(later.page.progress.getState().read).toEqual(['conv1', 'pool1']);
  });

  test('a tab that receives no events overwrites nothing', async () => {
    const { browser, a, b } = await two();
    a.in(() => a.page.progress.getState().markRead('conv1'));
    b.tab.listeners.length = 0;
    browser.deliver();
    b.in(() => b.page.progress.getState().markRead('pool1'));
    expect(b.page.progress.getState().read).toEqual(['conv1', 'pool1']);
  });

  test('what one tab deletes is not restored by the other', async () => {
    const { browser, a, b } = await two();
    a.in(() => a.page.progress.getState().markRead('conv1'));
    browser.deliver();
    b.in(() => b.page.deleteProgress());
    browser.deliver();
    expect(a.page.progress.getState().read).toEqual([]);
    a.in(() => a.page.progress.getState().markRead('pool1'));
    browser.deliver();
    expect(both([a, b], ({ progress }) => progress.getState().read)).toEqual([['pool1'], ['pool1']]);
  });

  test('undone marks and attempted problems are each followed separately', async () => {
    const { browser, a, b } = await two();
    a.in(() => a.page.progress.getState().markMode('why', true));
    a.in(() => a.page.markHint('edges', 2));
    browser.deliver();
    b.in(() => b.page.progress.getState().markMode('why', false));
    a.in(() => a.page.progress.getState().markMode('see', true));
    b.in(() => b.page.markAttempt('edges', true));
    browser.deliver();
    for (const { page } of [a, b])
      expect(page.progress.getState()).toMatchObject({
        modes: ['see'],
        challenges: { edges: { attempts: 1, hints: 1, stars: 2 } },
      });
  });

  test('when the browser’s storage is emptied, so is every tab', async () => {
    const { browser, a, b } = await two();
    a.in(() => a.page.progress.getState().markRead('conv1'));
    browser.deliver();
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
    browser.clear();
    expect(both([a, b], ({ progress }) => progress.getState().read)).toEqual([[], []]);
    vi.restoreAllMocks();
  });

  test('however two tabs take turns, or write at the same moment, no answer is lost or counted twice', async () => {
    const move = fc.record({
      tab: fc.nat(1),
      topic: fc.constantFrom('conv1', 'pool1', 'dense'),
      right: fc.boolean(),
      delivered: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 40 }), async (moves) => {
        const { browser, a, b } = await two();
        for (const { tab, topic, right, delivered } of moves) {
          const { in: on, page } = tab === 0 ? a : b;
          on(() => page.progress.getState().markAnswer(topic, right));
          if (delivered) browser.deliver();
        }
        browser.deliver();
        const expected: Record<string, { met: number; right: number }> = {};
        for (const { topic, right } of moves) {
          const { met, right: before } = expected[topic] ?? { met: 0, right: 0 };
          expected[topic] = { met: met + 1, right: before + (right ? 1 : 0) };
        }
        expect(both([a, b], ({ progress }) => progress.getState().questions)).toEqual([expected, expected]);
      }),
      { numRuns: 25 },
    );
  });
});

test('cards that are answered in two tabs are kept, each separately', async () => {
  const { browser, a, b } = await two();
  a.in(() => a.page.recall.getState().answer('conv1-shape', 'good', 1_000_000));
  b.in(() => b.page.recall.getState().answer('pool1-shape', 'again', 1_000_000));
  browser.deliver();
  for (const { page } of [a, b])
    expect(Object.keys(page.recall.getState().cards).sort()).toEqual(['conv1-shape', 'pool1-shape']);
  b.in(() => b.page.deleteCards());
  browser.deliver();
  expect(a.page.recall.getState().cards).toEqual({});
});

test('two tabs answer two rounds of the quiz, and each keeps its own', async () => {
  const { browser, a, b } = await two();
  a.in(() => a.page.quiz.getState().begin(5));
  b.in(() => b.page.quiz.getState().begin(7));
  a.in(() => a.page.quiz.getState().answer('conv1-shape', 1));
  browser.deliver();
  b.in(() => b.page.quiz.getState().answer('pool1-shape', 2));
  browser.deliver();
  a.in(() => a.page.quiz.getState().answer('dense-count', 0));
  browser.deliver();
  expect(both([a, b], ({ quiz }) => quiz.getState().seed)).toEqual([5, 7]);
  for (const { page } of [a, b]) {
    const { rounds, seen } = page.quiz.getState();
    expect(page.answersOf(rounds, 5)).toEqual({ 'conv1-shape': 1, 'dense-count': 0 });
    expect(page.answersOf(rounds, 7)).toEqual({ 'pool1-shape': 2 });
    expect(seen).toEqual(['conv1-shape', 'pool1-shape', 'dense-count']);
  }
  const later = await open(browser);
  expect(later.page.quiz.getState().seed).toBe(5);
});

test('code that is written in two tabs is kept from both', async () => {
  const { browser, a, b } = await two();
  a.in(() => a.page.changeCode('first'));
  browser.deliver();
  b.in(() => b.page.changeCode('second'));
  browser.deliver();
  expect(both([a, b], ({ tryItCode }) => tryItCode.getState())).toMatchObject([
    { mine: 'first', code: 'second', aside: 'first' },
    { mine: 'second', code: 'second', aside: 'first' },
  ]);
  a.in(() => a.page.changeCode('first, longer'));
  browser.deliver();
  const later = await open(browser);
  expect(later.page.tryItCode.getState()).toMatchObject({ mine: 'first, longer', aside: 'second' });
  later.in(() => later.page.dropAside());
  browser.deliver();
  expect(b.page.tryItCode.getState().aside).toBeNull();
});

describe('existing data', () => {
  test('from this version and the ones before is read', async () => {
    const { a } = await two({
      progress: '{"version":1,"read":["conv1"],"questions":{"conv1":{"met":3,"right":2}}}',
      quiz: '{"version":1,"seed":5,"answers":{"conv1-shape":1},"seen":["conv1-shape"]}',
      'try-it': '{"version":1,"code":"mine","aside":null}',
    });
    expect(a.page.progress.getState()).toMatchObject({
      read: ['conv1'],
      questions: { conv1: { met: 3, right: 2 } },
    });
    const { seed, rounds } = a.page.quiz.getState();
    expect([seed, a.page.answersOf(rounds, seed)]).toEqual([5, { 'conv1-shape': 1 }]);
    expect(a.page.tryItCode.getState().mine).toBe('mine');
  });

  test('from a newer version stays unchanged: this tab says so once, and continues in memory', async () => {
    const newer = '{"version":9,"everything":"else"}';
    const { browser, a } = await two({ progress: newer });
    for (const stage of ['conv1', 'pool1']) a.in(() => a.page.progress.getState().markRead(stage));
    browser.deliver();
    expect(browser.text('progress')).toBe(newer);
    expect(a.page.progress.getState().read).toEqual(['conv1', 'pool1']);
    expect(a.sentences()).toEqual([expect.stringMatching(/newer version of this site/)]);
    for (const { id } of a.page.notices.getState().notices) a.page.notices.getState().dismiss(id);
    a.in(() => a.page.progress.getState().markRead('dense'));
    expect(a.sentences()).toEqual([]);
  });

  test('that can’t be right is dropped entry by entry, and reported once', async () => {
    const questions = {
      conv1: { met: 1e300, right: 1 },
      pool1: { met: 1, right: 2 },
      dense: { met: 2, right: 1 },
    };
    const challenges = {
      edges: { attempts: 1, hints: 0, stars: 9 },
      shape: { attempts: 1, hints: 0, stars: 3 },
    };
    const kept = JSON.stringify({ version: 1, read: ['conv1'], questions, challenges });
    const { browser, a } = await two({ progress: kept });
    expect(a.page.progress.getState()).toMatchObject({
      read: ['conv1'],
      questions: { dense: { met: 2, right: 1 } },
      challenges: { shape: { stars: 3 } },
    });
    expect(Object.keys(a.page.progress.getState().questions)).toEqual(['dense']);
    expect(a.sentences()).toEqual([expect.stringMatching(/could not be right/)]);
    browser.deliver();
    const later = await open(browser);
    expect(later.sentences()).toEqual([]);
  });

  test('that is full of topics is read up to the limit', async () => {
    const topics = Array.from({ length: 20_000 }, (_, at) => [`topic-${at}`, { met: 1, right: 1 }]);
    const kept = JSON.stringify({ version: 1, read: ['conv1'], questions: Object.fromEntries(topics) });
    const { a } = await two({ progress: kept });
    expect(a.page.progress.getState().read).toEqual(['conv1']);
    expect(Object.keys(a.page.progress.getState().questions)).toHaveLength(500);
  });
});

test('in full storage, what this tab changed and what others keep are both shown', async () => {
  const { browser, a, b } = await two();
  a.tab.full = true;
  a.in(() => a.page.progress.getState().markRead('conv1'));
  a.in(() => a.page.progress.getState().markAnswer('conv1', true));
  b.in(() => b.page.progress.getState().markRead('pool1'));
  browser.deliver();
  expect(a.page.progress.getState()).toMatchObject({
    read: ['pool1', 'conv1'],
    questions: { conv1: { met: 1, right: 1 } },
  });
  expect(a.sentences()).toEqual([expect.stringMatching(/keeps nothing/)]);
  a.tab.full = false;
  a.in(() => a.page.progress.getState().markRead('dense'));
  browser.deliver();
  expect(b.page.progress.getState()).toMatchObject({
    read: ['pool1', 'conv1', 'dense'],
    questions: { conv1: { met: 1, right: 1 } },
  });
});
