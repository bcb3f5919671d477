import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Browser } from '../support/tabs';

afterEach(() => vi.unstubAllGlobals());

/** A tab with all the stores of a page, restored, and a way to switch to another subject. */
async function open(browser: Browser) {
  const tab = browser.open();
  const page = await tab.load(async () => ({
    ...(await import('@/lib/network/subject')),
    ...(await import('@/lib/store/subject/subject')),
    ...(await import('@/lib/store/learner/progress')),
    ...(await import('@/lib/store/learner/progress-file')),
    ...(await import('@/lib/store/learner/challenge-marks')),
    ...(await import('@/lib/store/learner/recall')),
    ...(await import('@/lib/store/learner/quiz')),
    ...(await import('@/lib/store/learner/try-it-code')),
    ...(await import('@/lib/store/learner/experiment-mark')),
  }));
  tab.in(() => {
    page.restoreProgress();
    page.restoreRecall();
    page.restoreQuiz();
    page.restoreCode();
  });
  const { subject } = page.subjectStore.getState();
  return {
    page,
    in: tab.in.bind(tab),
    show: (id: string) => tab.in(() => page.turnTo({ ...subject, id })),
    /** All that the page shows of what is kept of the present subject. */
    shown: () =>
      tab.in(() => {
        const { read, modes, questions, challenges } = page.progress.getState();
        const { rounds, seen } = page.quiz.getState();
        const { mine, code } = page.tryItCode.getState();
        const { cards } = page.recall.getState();
        return { read, modes, questions, challenges, rounds, seen, mine, code, cards };
      }),
  };
}
type Page = Awaited<ReturnType<typeof open>>;

const NOTHING = {
  read: [],
  modes: [],
  questions: {},
  challenges: {},
  rounds: [],
  seen: [],
  mine: null,
  code: null,
  cards: {},
};

/** What the version before subjects kept, letter by letter. */
const MEMORY =
  '{"due":1760000600000,"stability":3.173,"difficulty":5.28,"first":1760000000000,"last":1760000000000,"interval":0,"answers":1,"lapses":0,"step":1,"state":1}';
const BEFORE = {
  progress:
    '{"version":1,"read":["conv1","pool1"],"modes":["why"],"questions":{"conv1":{"met":3,"right":2}},' +
    '"challenges":{"edges":{"attempts":1,"hints":1,"stars":2}},"tabs":[["k3jq8a",7]]}',
  quiz: '{"version":2,"rounds":[{"seed":5,"answers":{"conv1-shape":1}}],"seen":["conv1-shape"],"tabs":[["k3jq8a",1]]}',
  'try-it': '{"version":1,"code":"mine","aside":null,"waits":false,"tabs":[["k3jq8a",2]]}',
  recall: `{"version":1,"cards":{"conv1-shape":${MEMORY}},"tabs":[["k3jq8a",1]]}`,
  experiment: 'under way',
};

/** A mark of each kind. */
function markAll({ page, in: as }: Page, name: string): void {
  as(() => {
    page.progress.getState().markRead(name);
    page.progress.getState().markMode(name, true);
    page.progress.getState().markAnswer('conv1', true);
    page.markAttempt(name, true);
    page.recall.getState().answer('conv1-shape', name === 'first' ? 'good' : 'again', 1_000_000);
    page.quiz.getState().begin(name === 'first' ? 5 : 7);
    page.quiz.getState().answer('conv1-shape', name === 'first' ? 1 : 2);
    page.changeCode(name);
  });
}

test('all that the version before subjects kept belongs to the course alone', async () => {
  const tab = await open(new Browser(BEFORE));
  const kept = tab.shown();
  expect(kept).toEqual({
    read: ['conv1', 'pool1'],
    modes: ['why'],
    questions: { conv1: { met: 3, right: 2 } },
    challenges: { edges: { attempts: 1, hints: 1, stars: 2 } },
    rounds: [{ seed: 5, answers: { 'conv1-shape': 1 } }],
    seen: ['conv1-shape'],
    mine: 'mine',
    code: 'mine',
    cards: { 'conv1-shape': JSON.parse(MEMORY) },
  });
  expect(tab.in(() => tab.page.isExperimentMarked())).toBe(true);
  tab.show('letters');
  expect(tab.shown()).toEqual(NOTHING);
  expect(tab.in(() => tab.page.isExperimentMarked())).toBe(false);
  tab.show(tab.page.FIRST_SUBJECT);
  expect(tab.shown()).toEqual(kept);
});

test('two subjects share no mark, in one tab or in two', async () => {
  const browser = new Browser();
  const [a, b] = [await open(browser), await open(browser)];
  markAll(a, 'first');
  const first = a.shown();
  browser.deliver();
  b.show('letters');
  expect(b.shown()).toEqual(NOTHING);
  markAll(b, 'second');
  const second = b.shown();
  expect(second.questions).toEqual({ conv1: { met: 1, right: 1 } });
  browser.deliver();
  expect(a.shown()).toEqual(first);
  a.show('letters');
  expect(a.shown()).toEqual({ ...second, mine: 'second' });
  expect(a.page.quiz.getState().seed).toBe(7);
  b.in(() => b.page.deleteProgress());
  b.in(() => b.page.deleteCards());
  browser.deliver();
  expect(a.shown()).toMatchObject({ read: [], questions: {}, cards: {} });
  a.show(a.page.FIRST_SUBJECT);
  expect(a.shown()).toEqual(first);
  const later = await open(browser);
  expect(later.shown()).toEqual(first);
});

test('where nothing can be kept, each subject has its own state in memory', async () => {
  const tab = await open(new Browser());
  vi.stubGlobal('localStorage', undefined);
  const { progress, subjectStore, turnTo, FIRST_SUBJECT } = tab.page;
  const { subject } = subjectStore.getState();
  progress.getState().markRead('conv1');
  turnTo({ ...subject, id: 'letters' });
  expect(progress.getState().read).toEqual([]);
  progress.getState().markRead('pool1');
  turnTo({ ...subject, id: FIRST_SUBJECT });
  expect(progress.getState().read).toEqual(['conv1']);
});

describe('files', () => {
  test('contain what is kept of every subject, and restore each to its own', async () => {
    const tab = await open(new Browser());
    markAll(tab, 'first');
    const first = tab.shown();
    tab.show('letters');
    markAll(tab, 'second');
    const second = tab.shown();
    // A page that has not shown the first subject since it was opened.
    const [progress, cards] = tab.in(() => [tab.page.progressFile(), tab.page.recallFile()]);
    expect(Object.keys(JSON.parse(progress).subjects).sort()).toEqual(['drawings', 'letters']);
    const other = await open(new Browser());
    other.in(() => other.page.openProgress(progress));
    other.in(() => other.page.openRecall(cards));
    for (const [id, { read, modes, questions, challenges, cards }] of [
      ['letters', second],
      ['drawings', first],
    ] as const) {
      other.show(id);
      expect(other.shown()).toMatchObject({ read, modes, questions, challenges, cards });
    }
  });

  test('contain also subjects that this page has not shown', async () => {
    const browser = new Browser({ ...BEFORE, 'progress/letters': '{"version":1,"read":["dense"]}' });
    const tab = await open(browser);
    const { subjects } = JSON.parse(tab.in(() => tab.page.progressFile()));
    expect(subjects).toMatchObject({ drawings: { read: ['conv1', 'pool1'] }, letters: { read: ['dense'] } });
  });

  test('from before subjects are about the course, whatever the page is about', async () => {
    const tab = await open(new Browser());
    tab.show('letters');
    expect(tab.in(() => tab.page.openProgress(BEFORE.progress)).ok).toBe(true);
    expect(tab.in(() => tab.page.openRecall(BEFORE.recall)).ok).toBe(true);
    expect(tab.shown()).toEqual(NOTHING);
    tab.show('drawings');
    expect(tab.shown()).toMatchObject({ read: ['conv1', 'pool1'], cards: { 'conv1-shape': {} } });
  });
});

test('name what is kept of a subject so that the subject can be read from the name', async () => {
  const { keptName, subjectOfName } = await import('@/lib/network/subject');
  const ids = fc.stringMatching(/^[\w-]{1,64}$/);
  fc.assert(
    fc.property(ids, ids, (name, subject) => {
      expect(subjectOfName(name, keptName(name, subject))).toBe(subject);
    }),
  );
  expect(subjectOfName('progress', 'progress-of-something-else')).toBeNull();
  expect(subjectOfName('progress', 'progress/')).toBeNull();
});
