/** Every command in every phase of the engine in the worker: it answers or fails, within a bound. */
import { gzipSync } from 'node:zlib';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { PICTURE_BYTES, PICTURE_SHAPE } from '@/lib/course/picture-sets';
import type { LabelledPictures } from '@/lib/data/data-set';
import { encodePack } from '@/lib/data/pack';
// What the engine fetches when it is first needed is there already: nothing waits for it in a test's time.
import '@/lib/engine/runs/run-files';
import '@/lib/engine/training/trainer';
import { REFERENCE } from '@/lib/course/reference';
import type { EngineEvent, WeightSource } from '@/lib/engine/protocol';
import { commandsOf } from '@/lib/engine/worker/commands';
import { Engine } from '@/lib/engine/worker/engine';
import type { Architecture } from '@/lib/network/architecture';
import type { TrainingSettings } from '@/lib/network/settings';
import { loseCard, starts } from './support/fake-backends';
import { fakeTimers, turns, withinBound } from './support/fake-worker';

vi.mock('@/lib/engine/backends/backends', async () => {
  const { startBackend } = await import('./support/fake-backends');
  const BACKEND_WORD = { webgpu: 'WebGPU', webgl: 'WebGL', wasm: 'WebAssembly', cpu: 'JavaScript' };
  return { startBackend, startFirst: startBackend, BACKEND_WORD };
});

const TINY: Architecture = {
  ...REFERENCE,
  name: 'tiny',
  layers: [
    { id: 'input', kind: 'input' },
    { id: 'normalize', kind: 'normalize', divisor: 255 },
    { id: 'conv1', kind: 'conv2d', filters: 2, kernel: 3, stride: 8, padding: 'valid', activation: 'relu' },
    { id: 'pool1', kind: 'maxPool', size: 4, stride: 4, padding: 'valid' },
    { id: 'flatten', kind: 'flatten' },
    { id: 'output', kind: 'dense', units: 10, activation: 'softmax' },
  ],
};
const SETTINGS: TrainingSettings = {
  optimizer: 'adam',
  learningRate: 0.001,
  batchSize: 5,
  epochs: 100,
  seed: 1,
};
const PIXELS = new Uint8Array(PICTURE_BYTES);
const MOMENT = { run: 'own', epoch: 0 } as const;

type Commands = ReturnType<typeof commandsOf>;

/** Every command, in the order in which the page could give them. */
const COMMANDS = {
  load: (to) => to.load(TINY, { initial: 1 }),
  reset: (to) => to.reset(1),
  trace: (to) => to.trace(PIXELS, null),
  glance: (to) => to.glance(PIXELS, MOMENT),
  predict: (to) => to.predict(PIXELS, 1),
  weights: (to) => to.weights(),
  kernels: (to) => to.kernels(MOMENT),
  setVariant: (to) => to.setVariant(TINY, {}),
  traceVariant: (to) => to.traceVariant(PIXELS),
  frameVariant: (to) => to.frameVariant(PIXELS, {}),
  predictVariant: (to) => to.predictVariant(PIXELS, 1),
  survey: (to) => to.survey('heldOut', 'conv1'),
  integrated: (to) => to.integrated(PIXELS, 0, 2),
  dropVariant: (to) => to.dropVariant(),
  evaluate: (to) => to.evaluate('heldOut'),
  train: (to) => to.train(SETTINGS),
  fork: (to) => to.fork(MOMENT, SETTINGS),
  pause: (to) => to.pause(),
  resume: (to) => to.resume(),
  stepOnce: (to) => to.stepOnce(SETTINGS),
  epochOnce: (to) => to.epochOnce(SETTINGS),
  stop: (to) => to.stop(),
  observeStep: (to) => to.observeStep(null, SETTINGS),
  observedWeight: (to) => to.observedWeight('conv1', { part: 'bias', index: [0] }),
  writeRun: (to) => to.writeRun('own'),
  openRun: (to) => to.openRun(new Uint8Array(3)),
  closeRun: (to) => to.closeRun('file-1'),
  takeOver: (to) => to.takeOver('file-1'),
  chooseBackend: (to) => to.chooseBackend('cpu'),
} satisfies Record<keyof Commands, (to: Commands) => Promise<unknown>>;

type Name = keyof Commands;

/** Has no failure of its own. */
const ALWAYS: readonly Name[] = ['weights', 'dropVariant', 'pause', 'stop', 'closeRun'];
/** Asks for something that is not there in any phase of this test: a changed copy, a file, an observed step. */
const NOTHING_THERE: readonly Name[] = [
  'traceVariant',
  'frameVariant',
  'predictVariant',
  'survey',
  'integrated',
  'observedWeight',
  'openRun',
  'takeOver',
];
/** Asks for the recorded epochs of a run, or for the run. */
const OF_RUN: readonly Name[] = ['glance', 'kernels', 'fork', 'resume', 'writeRun'];
/** Needs the training images. */
const WITH_IMAGES: readonly Name[] = ['evaluate', 'train', 'stepOnce', 'epochOnce', 'observeStep'];
/** Needs something that computes, or a network. */
const COMPUTING: readonly Name[] = [
  'load',
  'reset',
  'trace',
  'predict',
  'setVariant',
  ...WITH_IMAGES,
  'chooseBackend',
];

interface Phase {
  /** An engine that is in it. */
  readonly reach: () => Promise<Commands>;
  /** The commands that fail in it, beyond those that always do. */
  readonly fails: readonly Name[];
  readonly seconds: number;
}

const until = async (there: () => boolean) => {
  while (!there()) await turns();
};

const events: EngineEvent[] = [];
const steps = () =>
  events.filter((event) => event.type === 'training' && event.event.type === 'batch').length;

async function ready(): Promise<Commands> {
  const { to, loaded } = begin({ initial: 1 });
  expect(await withinBound(10, loaded)).toMatchObject({ answer: { ok: true } });
  return to;
}

async function onCard(): Promise<Commands> {
  const to = await ready();
  expect(await withinBound(10, to.chooseBackend('webgl'))).toMatchObject({ answer: { ok: true } });
  return to;
}

async function training(to: Commands): Promise<Commands> {
  expect(await withinBound(30, to.train(SETTINGS))).toMatchObject({ answer: { ok: true } });
  await until(() => steps() > 0);
  return to;
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
  training: { reach: async () => training(await ready()), fails: ['observeStep'], seconds: 10 },
  paused: {
    reach: async () => {
      const to = await training(await ready());
      expect(await withinBound(10, to.pause())).toHaveProperty('answer');
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
    fails: ['observeStep'],
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
  'waiting for training images that never come': {
    reach: async () => {
      served = 'nothing';
      return ready();
    },
    fails: [...OF_RUN, ...WITH_IMAGES],
    seconds: 60,
  },
};

let served: 'images' | 'nothing' = 'images';
const packs = new Map<string, Uint8Array<ArrayBuffer>>();

beforeAll(async () => {
  const set = (count: number): LabelledPictures => ({
    count,
    shape: PICTURE_SHAPE,
    pixels: Uint8Array.from({ length: count * PICTURE_BYTES }, (_, at) => (at * 7919) % 251),
    labels: Uint8Array.from({ length: count }, (_, at) => at % 10),
  });
  packs.set('training.bin', await encodePack(set(10), 10, gzipSync));
  packs.set('held-out.bin', await encodePack(set(4), 10, gzipSync));
});

beforeEach(() => {
  served = 'images';
  events.length = 0;
  Object.assign(starts, { wasm: 'up', cpu: 'up', webgl: 'up', webgpu: 'fails' });
  vi.stubGlobal('navigator', { hardwareConcurrency: 2 });
  vi.stubGlobal('fetch', async (address: string) => {
    const pack = packs.get(address.split('/').at(-1) ?? '');
    if (served === 'nothing' || !pack) return new Promise(() => {});
    return new Response(pack);
  });
  fakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  tf.disposeVariables();
});

/** An engine that was asked for the tiny network, as the page does before all else. */
function begin(source: WeightSource) {
  const options = { base: '', threads: false, avoid: [], keeps: false, lifeline: 'test' } as const;
  const engine = new Engine(
    options,
    (event) => events.push(event),
    () => {},
  );
  const to = commandsOf(() => engine);
  return { to, loaded: to.load(TINY, source) };
}

/** A problem that the learner can read. */
const PROBLEM = { ok: false, problem: { sentence: expect.stringMatching(/^[A-Z“].+\.$/) } };

describe.each(Object.entries(PHASES))('%s', (_, { reach, fails, seconds }) => {
  it.each(Object.entries(COMMANDS))('%s', async (name, command) => {
    const to = await reach();
    const end = await withinBound<unknown>(seconds, command(to));
    if (ALWAYS.some((one) => one === name)) expect(end).toHaveProperty('answer');
    else if ([...NOTHING_THERE, ...fails].some((one) => one === name))
      expect(end).toMatchObject({ answer: PROBLEM });
    else expect(end).toMatchObject({ answer: { ok: true } });
    expect(await withinBound(40, to.stop())).toHaveProperty('answer');
  });
});

const backend = () => events.findLast((event) => event.type === 'report')?.report.backend;

describe('a backend that is chosen', () => {
  it('and does not start leaves the one before, with its network and its run', async () => {
    const to = await training(await ready());
    const answer = await withinBound(30, to.chooseBackend('webgpu'));
    expect(answer).toMatchObject({ answer: { ok: false } });
    expect(backend()).toBe('wasm');
    const before = steps();
    await until(() => steps() > before);
    expect(await withinBound(10, to.stop())).toHaveProperty('answer');
  });

  it('right after another one is the one that computes', async () => {
    const to = await ready();
    starts.webgl = 4000;
    const chosen = Promise.all([to.chooseBackend('webgl'), to.chooseBackend('wasm')]);
    expect(await withinBound(30, chosen)).toMatchObject({ answer: [{ ok: true }, { ok: true }] });
    expect(backend()).toBe('wasm');
  });
});
