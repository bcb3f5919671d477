/** The engine's commands on a tiny network, and which of them fail where. */
import { REFERENCE } from '@/lib/course/reference';
import { PICTURE_BYTES } from '@/lib/data/picture';
import type { commandsOf } from '@/lib/engine/worker/commands';
import type { Architecture } from '@/lib/network/architecture';
import type { TrainingSettings } from '@/lib/network/settings';

export const TINY: Architecture = {
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
export const SETTINGS: TrainingSettings = {
  optimizer: 'adam',
  learningRate: 0.001,
  batchSize: 5,
  epochs: 100,
  seed: 1,
};
const PIXELS = new Uint8Array(PICTURE_BYTES);
const MOMENT = { run: 'own', epoch: 0 } as const;

export type Commands = ReturnType<typeof commandsOf>;

/** Every command, in the order in which the page could give them. */
export const COMMANDS = {
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

export type Name = keyof Commands;

/** Has no failure of its own. */
export const ALWAYS: readonly Name[] = ['weights', 'dropVariant', 'pause', 'stop', 'closeRun'];
/** Asks for something that is not there in any phase of this test: a changed copy, a file, an observed step. */
export const NOTHING_THERE: readonly Name[] = [
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
export const OF_RUN: readonly Name[] = ['glance', 'kernels', 'fork', 'resume', 'writeRun'];
/** Needs the training images. */
export const WITH_IMAGES: readonly Name[] = ['evaluate', 'train', 'stepOnce', 'epochOnce', 'observeStep'];
/** Needs something that computes, or a network. */
export const COMPUTING: readonly Name[] = [
  'load',
  'reset',
  'trace',
  'predict',
  'setVariant',
  ...WITH_IMAGES,
  'chooseBackend',
];
