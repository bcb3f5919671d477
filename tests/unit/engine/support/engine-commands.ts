/** The engine's commands on a tiny network, and which of them fail where. */

import { PICTURE_BYTES } from '@/lib/course/picture-sets';
import { REFERENCE } from '@/lib/course/reference';
import type { commandsOf } from '@/lib/engine/worker/commands';
import type { Architecture } from '@/lib/network/architecture';
import { OWN } from '@/lib/network/handle';
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
const EPOCH = { run: 'own', epoch: 0 } as const;
const COPY = { copy: 1 };

export type Commands = ReturnType<typeof commandsOf>;

/** What the page can ask, in the order in which it could. */
export const COMMANDS = {
  open: (to) => to.open({ handle: OWN, architecture: TINY, source: { initial: 1 } }),
  reset: (to) => to.open({ handle: OWN, architecture: TINY, source: { initial: 1 } }),
  takeOver: (to) => to.open({ handle: OWN, architecture: TINY, source: { opened: 'file-1' } }),
  openCopy: (to) => to.open({ handle: COPY, architecture: TINY, source: { weights: {} } }),
  openRun: (to) => to.openRun(new Uint8Array(3)),
  trace: (to) => to.trace(OWN, PIXELS),
  traceEpoch: (to) => to.trace(EPOCH, PIXELS),
  preview: (to) => to.trace(EPOCH, PIXELS, 'preview'),
  traceCopy: (to) => to.trace(COPY, PIXELS),
  frameOfCopy: (to) => to.trace(COPY, PIXELS, {}),
  predict: (to) => to.predict(OWN, PIXELS, 1),
  predictCopy: (to) => to.predict(COPY, PIXELS, 1),
  weights: (to) => to.weights(OWN),
  exactWeights: (to) => to.weights(EPOCH, 'exact'),
  begin: (to) => to.train(OWN, { order: 'begin', settings: SETTINGS }),
  branch: (to) => to.train(EPOCH, { order: 'begin', settings: SETTINGS }),
  step: (to) => to.train(OWN, { order: 'advance', settings: SETTINGS, to: 'step' }),
  epoch: (to) => to.train(OWN, { order: 'advance', settings: SETTINGS, to: 'epoch' }),
  resume: (to) => to.train(OWN, { order: 'resume' }),
  pause: (to) => to.train(OWN, { order: 'pause' }),
  stop: (to) => to.train(OWN, { order: 'stop' }),
  evaluation: (to) => to.examine(OWN, { name: 'evaluation', set: 'heldOut' }),
  survey: (to) => to.examine(COPY, { name: 'survey', set: 'heldOut', stage: 'conv1' }),
  integrated: (to) => to.examine(COPY, { name: 'integrated', pixels: PIXELS, unit: 0, steps: 2 }),
  nextStep: (to) => to.examine(OWN, { name: 'step', settings: SETTINGS }),
  stepWeight: (to) =>
    to.examine(OWN, { name: 'stepWeight', stage: 'conv1', place: { part: 'bias', index: [0] } }),
  writeRun: (to) => to.writeRun('own'),
  closeRun: (to) => to.close({ run: 'file-1' }),
  closeCopy: (to) => to.close(COPY),
  chooseBackend: (to) => to.chooseBackend('cpu'),
} satisfies Record<string, (to: Commands) => Promise<unknown>>;

export type Name = keyof typeof COMMANDS;

/** Asks for something that is not there in any phase of this test: a whole copy, a file, an observed step. */
export const NOTHING_THERE: readonly Name[] = [
  'traceCopy',
  'frameOfCopy',
  'predictCopy',
  'survey',
  'integrated',
  'stepWeight',
  'openRun',
  'takeOver',
];
/** Asks for the recorded epochs of a run, or for the run. */
export const OF_RUN: readonly Name[] = [
  'traceEpoch',
  'preview',
  'exactWeights',
  'branch',
  'resume',
  'writeRun',
];
/** Needs the training images. */
export const WITH_IMAGES: readonly Name[] = ['evaluation', 'begin', 'step', 'epoch', 'nextStep'];
/** Needs something that computes, or a network. */
export const COMPUTING: readonly Name[] = [
  'open',
  'reset',
  'trace',
  'predict',
  'weights',
  'openCopy',
  ...WITH_IMAGES,
  'chooseBackend',
];
