/** Every command to the engine, in every phase that its worker can be in: it succeeds or fails within a time limit. */
import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { REFERENCE } from '@/lib/course/reference';
import { createEngine, type EngineClient } from '@/lib/engine/client/client';
import { newestOnly } from '@/lib/engine/client/newest-only';
import type { EngineEvent } from '@/lib/engine/protocol';
import type { NetworkState } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import { UNNAMED_SUBJECT } from '@/lib/network/subject';
import { everyQuestion } from './support/every-question';
import { fakes, fakeWorkers, type Manner, realWorkers, turns, withinBound } from './support/fake-worker';

const SETTINGS: TrainingSettings = {
  optimizer: 'adam',
  learningRate: 0.001,
  batchSize: 32,
  epochs: 2,
  seed: 1,
};
const COMMANDS = everyQuestion({
  architecture: REFERENCE,
  source: 'shipped',
  pixels: new Uint8Array(3),
  epoch: { run: 'shipped', epoch: 1 },
  settings: SETTINGS,
  backend: 'webgl',
});

type Outcome = 'answers' | 'fails';

/** Each phase: how its workers behave, one after the other, and how a command ends, within how many seconds. */
const PHASES: Record<
  string,
  {
    readonly workers: readonly Manner[];
    readonly outcome: Outcome;
    readonly seconds: number;
    readonly prepare?: (to: EngineClient) => Promise<unknown>;
  }
> = {
  ready: { workers: ['answers'], outcome: 'answers', seconds: 1 },
  'training, with steps to tell': {
    workers: ['answers'],
    outcome: 'answers',
    seconds: 1,
    prepare: (to) => COMMANDS.begin(to),
  },
  'in the middle of two minutes of work': { workers: ['computes'], outcome: 'answers', seconds: 130 },
  'starting, and the script can’t be had': { workers: ['fails', 'answers'], outcome: 'answers', seconds: 2 },
  'starting, and the script never arrives': {
    workers: ['neverArrives', 'answers'],
    outcome: 'answers',
    seconds: 190,
  },
  'hanging, and the next one does not': { workers: ['hangs', 'answers'], outcome: 'answers', seconds: 190 },
  'dying over it, and the next one does not': {
    workers: ['dies', 'answers'],
    outcome: 'answers',
    seconds: 1,
  },
  'throwing something': { workers: ['throws'], outcome: 'fails', seconds: 1 },
  'hanging, one after the other': { workers: ['hangs'], outcome: 'fails', seconds: 380 },
  'dying over it, one after the other': { workers: ['dies'], outcome: 'fails', seconds: 1 },
  'never arriving, one after the other': { workers: ['neverArrives'], outcome: 'fails', seconds: 380 },
  'not to be had, one after the other': { workers: ['fails'], outcome: 'fails', seconds: 5 },
  'gone after four deaths': {
    workers: ['dies'],
    outcome: 'fails',
    seconds: 1,
    prepare: async (to) => {
      await COMMANDS.predict(to);
      await COMMANDS.predict(to);
    },
  },
  'disposed of': { workers: ['answers'], outcome: 'fails', seconds: 1, prepare: async (to) => to.dispose() },
  'disposed of while it hangs': {
    workers: ['hangs'],
    outcome: 'fails',
    seconds: 1,
    prepare: async (to) => {
      void COMMANDS.predict(to);
      await turns();
      to.dispose();
    },
  },
};

interface Talk {
  readonly engine: EngineClient;
  readonly events: EngineEvent[];
}

function talk(...workers: readonly Manner[]): Talk {
  fakeWorkers(...workers);
  const engine = createEngine({ base: '' });
  const events: EngineEvent[] = [];
  engine.subscribe((event) => events.push(event));
  return { engine, events };
}

afterEach(realWorkers);

const sentences = ({ events }: Talk) =>
  events.flatMap((event) =>
    event.type === 'message' || event.type === 'failed' ? [event.problem.sentence] : [],
  );

/** A problem that the learner can read. */
const PROBLEM = { ok: false, problem: { sentence: expect.stringMatching(/^[A-Z].+\.$/) } };

describe.each(Object.entries(PHASES))('a worker that is %s', (_, { workers, outcome, seconds, prepare }) => {
  it.each(Object.entries(COMMANDS))(`${outcome} within its time limit: %s`, async (_, command) => {
    const { engine } = talk(...workers);
    if (prepare) expect(await withinBound(400, prepare(engine))).not.toBe('never');
    const end = await withinBound<unknown>(seconds, command(engine));
    expect(end).toMatchObject({ answer: outcome === 'answers' ? { ok: true } : PROBLEM });
    engine.dispose();
  });
});

test('a worker that nothing is asked of lives for ten minutes, by its signs of life alone', async () => {
  const conversation = talk('answers');
  for (let second = 0; second < 600; second += 5) {
    await vi.advanceTimersByTimeAsync(5000);
    await turns();
  }
  expect(fakes).toHaveLength(1);
  expect(fakes[0].alive).toBe(true);
  expect(sentences(conversation)).toEqual([]);
  conversation.engine.dispose();
});

describe.each(['hangs', 'dies'] as const)('several traces requested from a worker that %s', (manner) => {
  it('the newest is answered by the next worker, the one before it is superseded', async () => {
    const { engine } = talk(manner, 'answers');
    const ask = newestOnly(() => COMMANDS.trace(engine));
    const asked = Promise.all([1, 2, 3].map(ask));
    expect(await withinBound(190, asked)).toMatchObject({
      answer: [{ ok: true }, 'superseded', { ok: true }],
    });
    engine.dispose();
  });
});

const NETWORK: NetworkState = { origin: 'trained', seed: 1, epoch: 1, step: 10 };
const BATCH: EngineEvent = {
  type: 'training',
  event: {
    type: 'batch',
    epoch: 2,
    batch: 1,
    batches: 10,
    step: 11,
    loss: 1,
    accuracy: 0.5,
    milliseconds: 1000,
  },
};
const again = (resumable: boolean): EngineEvent => ({
  type: 'network',
  subject: UNNAMED_SUBJECT,
  network: NETWORK,
  version: 1,
  stages: [],
  complete: true,
  log: null,
  resumable,
});

describe('a run', () => {
  test('that reports a step every minute is left alone, however long it takes', async () => {
    const { engine, events } = talk('answers');
    await withinBound(1, COMMANDS.begin(engine));
    const worker = fakes[0];
    for (let minute = 0; minute < 30; minute++) {
      worker.notify(BATCH);
      for (let second = 0; second < 60; second++) await vi.advanceTimersByTimeAsync(1000);
      await turns(8);
    }
    expect(worker.alive).toBe(true);
    expect(fakes).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'message')).toEqual([]);
    engine.dispose();
  });

  test.each([
    { resumable: true, eventType: 'paused', sentence: /after epoch 1/ },
    { resumable: false, eventType: 'stopped', sentence: /had only begun/ },
  ])(
    'whose worker hangs is $eventType in the next one, with a sentence',
    async ({ resumable, eventType, sentence }) => {
      const conversation = talk('hangs', 'answers');
      const { engine, events } = conversation;
      await turns(8);
      fakes[0].notify(BATCH);
      const asked = COMMANDS.predict(engine);
      await turns(8);
      events.length = 0;
      // As soon as it is up, the next one reports its network.
      expect(await withinBound(190, asked)).toMatchObject({ answer: { ok: true } });
      fakes[1].notify(again(resumable));
      await turns(8);
      expect(events.flatMap((event) => (event.type === 'training' ? [event.event.type] : []))).toEqual([
        eventType,
      ]);
      expect(sentences(conversation).join(' ')).toMatch(sentence);
      engine.dispose();
    },
  );
});
