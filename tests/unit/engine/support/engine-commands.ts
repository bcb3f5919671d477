/** The engine's commands on a tiny network, and where each of them fails. */

import { IMAGE_BYTES } from '@/lib/course/image-sets';
import { REFERENCE } from '@/lib/course/reference';
import type { commandsOf } from '@/lib/engine/worker/commands';
import type { Architecture } from '@/lib/network/architecture';
import type { TrainingSettings } from '@/lib/network/settings';
import { everyQuestion } from './every-question';

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

export type Commands = ReturnType<typeof commandsOf>;

export const COMMANDS = everyQuestion({
  architecture: TINY,
  source: { initial: 1 },
  pixels: new Uint8Array(IMAGE_BYTES),
  epoch: { run: 'own', epoch: 0 },
  settings: SETTINGS,
  backend: 'cpu',
});

export type Name = keyof typeof COMMANDS;

/** Asks for something that exists in no phase of this test: a whole copy, a file, an observed step. */
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
/** Needs a backend that computes, or a network. */
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
