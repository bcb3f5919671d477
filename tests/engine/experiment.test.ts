import { createStore, entries, set } from 'idb-keyval';
import { afterEach, expect, test, vi } from 'vitest';
import { REFERENCE } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import { createEngine } from '@/lib/engine/client/client';
import { Hold } from '@/lib/engine/client/hold';
import { keptNetwork } from '@/lib/engine/runs/kept-network';
import { conduct } from '@/lib/experiment/conduct';
import { type Experiment, isDone, type Plan } from '@/lib/experiment/plan';
import { forgetExperiment, keepExperiment, keepFurther, keptExperiments } from '@/lib/experiment/store';
import { trainRun } from '@/lib/experiment/train-run';
import { must } from '@/lib/result';
import { EXPLOSIVE, SETTINGS } from './support/small';

const PATIENCE_MS = 300_000;
const SILENCE_MS = 2000;

/** Small networks, few images: four runs of eight steps. */
const PLAN: Plan = {
  factor: 'filters',
  variants: ['1', '2'],
  repeats: 2,
  judge: 'heldOutAccuracy',
  settings: { optimizer: 'adam', learningRate: 0.001, batchSize: 10, epochs: 2, seed: 3, images: 40 },
  guess: null,
};
const begun = (begunAt: number, subject = COURSE.id): Experiment => ({
  begunAt,
  subject,
  plan: PLAN,
  runs: [],
});

/** All that the same seeds must repeat: everything except the time it took. */
const figures = ({ runs }: Experiment) => runs.map(({ milliseconds, ...rest }) => rest);

const store = createStore('pipeline-tracer-experiments', 'kept');
afterEach(async () => {
  vi.restoreAllMocks();
  for (const { begunAt } of must(await keptExperiments(COURSE)).experiments) await forgetExperiment(begunAt);
});

/** Runs the experiment on an engine of its own, which is gone afterwards, as when a tab is closed. */
async function conducted(
  experiment: Experiment,
  onStep: (runs: number, share: number, hold: Hold, end: AbortController) => void = () => {},
) {
  const engine = createEngine({ base: '', keeps: false });
  const [hold, end] = [new Hold(), new AbortController()];
  let runs = experiment.runs.length;
  try {
    return must(
      await conduct(
        engine,
        COURSE,
        experiment,
        { hold, signal: end.signal },
        {
          onStep: (_, share) => onStep(runs, share, hold, end),
          onRun: async (now) => {
            runs = now.runs.length;
            must(await keepExperiment(now));
          },
        },
      ),
    );
  } finally {
    engine.dispose();
  }
}

test(
  'an experiment that was paused, interrupted and reopened ends with the figures of one that was not',
  async () => {
    const whole = await conducted(begun(1));
    expect(isDone(whole)).toBe(true);
    expect(whole.runs.map(({ epochs }) => epochs.map(({ epoch }) => epoch))).toEqual(
      Array.from({ length: 4 }, () => [0, 1, 2]),
    );

    let pauses = 0;
    const first = await conducted(begun(2), (runs, share, hold, end) => {
      // In the middle of the first run it pauses for a moment and continues from the same step.
      if (runs === 0 && share > 0.3 && pauses === 0) {
        pauses++;
        hold.set(true);
        setTimeout(() => hold.set(false), 500);
      }
      // In the middle of the second run the tab is closed.
      if (runs === 1 && share > 0.5) end.abort();
    });
    expect(pauses).toBe(1);
    expect(first.runs).toHaveLength(1);

    const kept = must(await keptExperiments(COURSE)).experiments.find(({ begunAt }) => begunAt === 2);
    if (!kept) throw new Error('it was not kept');
    expect(kept).toEqual(first);
    const resumed = await conducted(kept);
    expect(figures(resumed)).toEqual(figures(whole));
    // Nothing that belongs to the learner was written.
    expect(await keptNetwork(COURSE.id, REFERENCE)).toBeNull();
  },
  PATIENCE_MS,
);

test(
  'it does not finish while it is paused, and continues when it is resumed',
  async () => {
    let steps = 0;
    let finished = false;
    const holds: Hold[] = [];
    const going = conducted(begun(3), (_, __, hold) => {
      steps++;
      if (steps !== 3) return;
      hold.set(true);
      holds.push(hold);
    }).finally(() => {
      finished = true;
    });
    await expect.poll(() => holds.length).toBe(1);
    // Steps already under way are still reported. Without the pause it would only be silent once all are done.
    for (let before = -1; before !== steps; ) {
      before = steps;
      await new Promise((resolve) => setTimeout(resolve, SILENCE_MS));
    }
    expect(finished).toBe(false);
    holds[0].set(false);
    expect(isDone(await going)).toBe(true);
  },
  PATIENCE_MS,
);

test('a run with a loss that is not finite is a result, with the epochs that it had', async () => {
  const engine = createEngine({ base: '', keeps: false });
  const settings = { ...SETTINGS, optimizer: 'momentum', learningRate: 1, epochs: 20 } as const;
  const conduct = { hold: new Hold(), signal: new AbortController().signal };
  const run = must(
    await trainRun(
      engine,
      { variant: 1, seed: 4 },
      { settings, architecture: EXPLOSIVE },
      conduct,
      COURSE.dataSet.images,
    ),
  );
  engine.dispose();
  expect(run).toMatchObject({ variant: 1, seed: 4, broke: expect.stringMatching(/no finite number/) });
  expect(run.epochs.length).toBeGreaterThan(0);
  expect(run.epochs.length).toBeLessThan(21);
});

test('an experiment from a newer version or a broken one is counted, left alone, and hides nothing else', async () => {
  must(await keepExperiment(begun(10)));
  await set(11, { version: 3, plan: 'of another kind' }, store);
  await set(12, { version: 1, begunAt: 12, plan: { ...PLAN, variants: ['1', '999'] }, runs: [] }, store);
  await set(13, 'nonsense', store);
  const kept = must(await keptExperiments(COURSE));
  expect(kept.experiments).toEqual([begun(10)]);
  expect(kept).toMatchObject({ newer: 1, broken: 2 });
  expect((await entries(store)).map(([key]) => key)).toEqual([10, 11, 12, 13]);
  for (const key of [11, 12, 13]) await forgetExperiment(key);
});

test('each subject has its own experiments; those from the version before belong to the course', async () => {
  const LETTERS = { ...COURSE, id: 'letters' };
  // In the format from before experiments named the network they vary.
  const runs = [{ variant: 0, seed: 3, epochs: [], broke: 'x', milliseconds: 5 }];
  await set(20, { version: 1, begunAt: 20, plan: PLAN, runs }, store);
  must(await keepExperiment(begun(21, 'letters')));
  must(await keepExperiment(begun(22)));
  expect(must(await keptExperiments(COURSE)).experiments).toEqual([begun(22), { ...begun(20), runs }]);
  expect(must(await keptExperiments(LETTERS))).toEqual({
    experiments: [begun(21, 'letters')],
    newer: 0,
    broken: 0,
  });
  // A continued one of the course replaces the old entry, with its subject.
  must(await keepFurther(begun(20)));
  expect(must(await keptExperiments(COURSE)).experiments).toEqual([begun(22), begun(20)]);
  await forgetExperiment(21);
});

test('an experiment kept before images were called images is restored', async () => {
  const { images: _, ...settings } = PLAN.settings;
  const before = {
    ...PLAN,
    factor: 'pictures',
    variants: ['100', '200'],
    settings: { ...settings, pictures: 300 },
  };
  await set(25, { version: 1, begunAt: 25, plan: before, runs: [] }, store);
  const { experiments } = must(await keptExperiments(COURSE));
  expect(experiments.find(({ begunAt }) => begunAt === 25)?.plan).toEqual({
    ...PLAN,
    factor: 'images',
    variants: ['100', '200'],
    settings: { ...settings, images: 300 },
  });
  await forgetExperiment(25);
});

test('an experiment deleted by another tab during training does not come back, and tabs are notified of both', async () => {
  const received: unknown[] = [];
  const elsewhere = new BroadcastChannel('pipeline-tracer-experiments');
  elsewhere.addEventListener('message', () => received.push('changed'));
  must(await keepExperiment(begun(30)));
  await forgetExperiment(30);
  must(
    await keepFurther({
      ...begun(30),
      runs: [{ variant: 0, seed: 1, epochs: [], broke: null, milliseconds: 1 }],
    }),
  );
  expect(must(await keptExperiments(COURSE)).experiments).toEqual([]);
  await expect.poll(() => received).toEqual(['changed', 'changed', 'changed']);
  elsewhere.close();
});

test('full storage and forbidden storage give a sentence', async () => {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
    throw new DOMException('No room.', 'QuotaExceededError');
  });
  const full = await keepExperiment(begun(20));
  expect(full.ok ? '' : full.problem.sentence).toContain('its storage is full');
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
    throw new DOMException('No.', 'SecurityError');
  });
  const forbidden = await keepExperiment(begun(20));
  expect(forbidden.ok ? '' : forbidden.problem.sentence).toContain('forbids keeping');
});
