/** Every command in every phase of the engine in the worker: it succeeds or fails within a time limit. */
import { describe, expect, it, vi } from 'vitest';
import {
  COMMANDS,
  COMPUTING,
  type Commands,
  type Name,
  NOTHING_THERE,
  OF_RUN,
  WITH_IMAGES,
} from './support/engine-commands';
import { loseCard, starts } from './support/fake-backends';
import { turns, withinBound } from './support/fake-worker';
import {
  begin,
  beginEachWithFakes,
  firstSteps,
  onCard,
  ready,
  server,
  training,
} from './support/tiny-engine';

vi.mock('@/lib/engine/backends/backends', async () => {
  const { startBackend } = await import('./support/fake-backends');
  const BACKEND_WORD = { webgpu: 'WebGPU', webgl: 'WebGL', wasm: 'WebAssembly', cpu: 'JavaScript' };
  return { startBackend, startFirst: startBackend, BACKEND_WORD };
});

beginEachWithFakes();

interface Phase {
  /** Brings an engine into this phase. */
  readonly reach: () => Promise<Commands>;
  /** The commands that fail in this phase, besides those that always fail. */
  readonly fails: readonly Name[];
  readonly seconds: number;
}

const PHASES: Record<string, Phase> = {
  starting: {
    reach: async () => {
      starts.wasm = 4000;
      return begin({ initial: 1 }).to;
    },
    fails: OF_RUN,
    seconds: 30,
  },
  'starting, and nothing starts': {
    reach: async () => {
      starts.wasm = starts.cpu = starts.webgl = 'fails';
      return begin({ initial: 1 }).to;
    },
    fails: [...COMPUTING, ...OF_RUN],
    seconds: 30,
  },
  'waiting for weights that never come': {
    reach: async () => begin('shipped').to,
    fails: OF_RUN,
    seconds: 60,
  },
  ready: { reach: ready, fails: OF_RUN, seconds: 10 },
  'taking its first steps': {
    reach: async () => firstSteps(await ready()),
    fails: ['nextStep', 'traceEpoch', 'preview', 'exactWeights', 'branch', 'writeRun'],
    seconds: 10,
  },
  training: { reach: async () => training(await ready()), fails: ['nextStep'], seconds: 10 },
  paused: {
    reach: async () => {
      const to = await training(await ready());
      expect(await withinBound(10, COMMANDS.pause(to))).toHaveProperty('answer');
      return to;
    },
    fails: [],
    seconds: 10,
  },
  'moving to another backend': {
    reach: async () => {
      const to = await ready();
      starts.webgl = 4000;
      void to.chooseBackend('webgl');
      await turns();
      return to;
    },
    fails: OF_RUN,
    seconds: 30,
  },
  'losing its backend': {
    reach: async () => {
      const to = await onCard();
      starts.wasm = 4000;
      loseCard();
      return to;
    },
    fails: OF_RUN,
    seconds: 30,
  },
  'losing its backend over a run': {
    reach: async () => {
      const to = await training(await onCard());
      starts.wasm = 4000;
      loseCard();
      return to;
    },
    fails: ['nextStep'],
    seconds: 30,
  },
  'losing its last backend': {
    reach: async () => {
      const to = await onCard();
      starts.wasm = starts.cpu = 'fails';
      loseCard();
      return to;
    },
    fails: [...COMPUTING, ...OF_RUN],
    seconds: 30,
  },
  'waiting for files that never come': {
    reach: async () => {
      server.serves = 'nothing';
      return ready();
    },
    fails: [...OF_RUN, ...WITH_IMAGES, 'shippedRun'],
    seconds: 60,
  },
};

/** A problem that the learner can read. */
const PROBLEM = { ok: false, problem: { sentence: expect.stringMatching(/^[A-Z“].+\.$/) } };

describe.each(Object.entries(PHASES))('%s', (_, { reach, fails, seconds }) => {
  it.each(Object.entries(COMMANDS))('%s', async (name, command) => {
    const to = await reach();
    const end = await withinBound<unknown>(seconds, command(to));
    if ([...NOTHING_THERE, ...fails].some((one) => one === name))
      expect(end).toMatchObject({ answer: PROBLEM });
    else expect(end).toMatchObject({ answer: { ok: true } });
    expect(await withinBound(40, COMMANDS.stop(to))).toHaveProperty('answer');
  });
});
