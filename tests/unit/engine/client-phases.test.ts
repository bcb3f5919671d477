/** Every command to the engine, in every phase that its worker can be in: it answers or fails, within a bound. */
import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { REFERENCE } from '@/lib/course/reference';
import { createEngine, type EngineClient } from '@/lib/engine/client/client';
import type { EngineEvent } from '@/lib/engine/protocol';
import type { NetworkState } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import { fakes, fakeWorkers, type Manner, realWorkers, turns, withinBound } from './support/fake-worker';

const SETTINGS: TrainingSettings = {
  optimizer: 'adam',
  learningRate: 0.001,
  batchSize: 32,
  epochs: 2,
  seed: 1,
};
const PIXELS = new Uint8Array(3);
const MOMENT = { run: 'shipped', epoch: 1 } as const;
const QUESTION = { pixels: PIXELS, moment: null };

/** What fails with a sentence of its own. */
const COMMANDS = {
  load: (to) => to.load(REFERENCE, 'shipped'),
  reset: (to) => to.reset(1),
  trace: (to) => to.trace(QUESTION),
  traceHeld: (to) => to.traceHeld(QUESTION),
  traceAhead: (to) => to.traceAhead(QUESTION),
  glance: (to) => to.glance({ pixels: PIXELS, moment: MOMENT }),
  predict: (to) => to.predict(PIXELS, 1),
  kernels: (to) => to.kernels(MOMENT),
  setVariant: (to) => to.setVariant(REFERENCE, {}),
  traceVariant: (to) => to.traceVariant(PIXELS),
  frameVariant: (to) => to.frameVariant(PIXELS, {}),
  predictVariant: (to) => to.predictVariant(PIXELS, 1),
  survey: (to) => to.survey('heldOut', 'conv1'),
  integrated: (to) => to.integrated(PIXELS, 0, 8),
  evaluate: (to) => to.evaluate('heldOut'),
  train: (to) => to.train(SETTINGS),
  fork: (to) => to.fork(MOMENT, SETTINGS),
  resume: (to) => to.resume(),
  stepOnce: (to) => to.stepOnce(SETTINGS),
  epochOnce: (to) => to.epochOnce(SETTINGS),
  observeStep: (to) => to.observeStep(null, SETTINGS),
  observedWeight: (to) => to.observedWeight('conv1', { part: 'bias', index: [0] }),
  writeRun: (to) => to.writeRun('own'),
  openRun: (to) => to.openRun(new Uint8Array(3)),
  takeOver: (to) => to.takeOver('file-1'),
  chooseBackend: (to) => to.chooseBackend('webgl'),
} satisfies Record<string, (to: EngineClient) => Promise<unknown>>;

/** What answers nothing, or is told in a message. */
const WITHOUT_ANSWER = {
  pause: (to) => to.pause(),
  stop: (to) => to.stop(),
  closeRun: (to) => to.closeRun('file-1'),
  dropVariant: (to) => to.dropVariant(),
  weights: (to) => to.weights(),
} satisfies Record<string, (to: EngineClient) => Promise<unknown>>;

type Outcome = 'answers' | 'fails';

/** Each phase: how its workers behave, one after the other, and what a command comes to, within how many seconds. */
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
    prepare: (to) => to.train(SETTINGS),
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
      await to.predict(PIXELS, 1);
      await to.predict(PIXELS, 1);
    },
  },
  'disposed of': { workers: ['answers'], outcome: 'fails', seconds: 1, prepare: async (to) => to.dispose() },
  'disposed of while it hangs': {
    workers: ['hangs'],
    outcome: 'fails',
    seconds: 1,
    prepare: async (to) => {
      void to.predict(PIXELS, 1);
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
  it.each(Object.entries(COMMANDS))(`${outcome} within its bound: %s`, async (_, command) => {
    const { engine } = talk(...workers);
    if (prepare) expect(await withinBound(400, prepare(engine))).not.toBe('never');
    const end = await withinBound<unknown>(seconds, command(engine));
    expect(end).toMatchObject({ answer: outcome === 'answers' ? { ok: true } : PROBLEM });
    engine.dispose();
  });

  it.each(Object.entries(WITHOUT_ANSWER))('settles within its bound: %s', async (_, command) => {
    const heard = talk(...workers);
    if (prepare) expect(await withinBound(400, prepare(heard.engine))).not.toBe('never');
    const end = await withinBound<unknown>(seconds, command(heard.engine));
    expect(end).toHaveProperty('answer');
    // Whoever disposed of it does not want to hear of it any more.
    if (outcome === 'fails' && !heard.events.some(({ type }) => type === 'failed') && fakes.at(-1)?.alive)
      expect(sentences(heard)).not.toEqual([]);
    heard.engine.dispose();
  });
});

describe.each(['hangs', 'dies'] as const)('of several traces asked of a worker that %s', (manner) => {
  it('the newest is answered by the next worker, the one before it superseded', async () => {
    const { engine } = talk(manner, 'answers');
    const asked = Promise.all([1, 2, 3].map(() => engine.trace(QUESTION)));
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
  network: NETWORK,
  version: 1,
  stages: [],
  complete: true,
  log: null,
  resumable,
});

describe('a run', () => {
  test('that tells of a step in every minute is left alone for as long as it takes', async () => {
    const { engine, events } = talk('answers');
    await withinBound(1, engine.train(SETTINGS));
    const worker = fakes[0];
    for (let minute = 0; minute < 30; minute++) {
      worker.tell(BATCH);
      for (let second = 0; second < 60; second++) await vi.advanceTimersByTimeAsync(1000);
      await turns(8);
    }
    expect(worker.alive).toBe(true);
    expect(fakes).toHaveLength(1);
    expect(events.filter(({ type }) => type === 'message')).toEqual([]);
    engine.dispose();
  });

  test.each([
    { resumable: true, told: 'paused', sentence: /after epoch 1/ },
    { resumable: false, told: 'stopped', sentence: /had only begun/ },
  ])(
    'whose worker hangs is $told in the next one, with a sentence',
    async ({ resumable, told, sentence }) => {
      const heard = talk('hangs', 'answers');
      const { engine, events } = heard;
      await turns(8);
      fakes[0].tell(BATCH);
      const asked = engine.predict(PIXELS, 1);
      await turns(8);
      events.length = 0;
      // As soon as it is up the next one tells of its network.
      expect(await withinBound(190, asked)).toMatchObject({ answer: { ok: true } });
      fakes[1].tell(again(resumable));
      await turns(8);
      expect(events.flatMap((event) => (event.type === 'training' ? [event.event.type] : []))).toEqual([
        told,
      ]);
      expect(sentences(heard).join(' ')).toMatch(sentence);
      engine.dispose();
    },
  );
});
