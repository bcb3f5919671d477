/** The course's network: its classes, its layers, and everything computed from them. */
import type { Architecture } from '@/lib/network/architecture';
import { type Pipeline, pipelineOf } from '@/lib/network/pipeline';
import { IMAGE_SHAPE } from './image-sets';

/** The ten classes, in the order of the output units. */
export const CLASSES = [
  'airplane',
  'automobile',
  'bird',
  'cat',
  'deer',
  'dog',
  'frog',
  'horse',
  'ship',
  'truck',
] as const;

/** The network that the lessons are about. */
export const REFERENCE: Architecture = {
  name: 'reference',
  input: IMAGE_SHAPE,
  classes: CLASSES,
  layers: [
    { id: 'input', kind: 'input' },
    { id: 'normalize', kind: 'normalize', divisor: 255 },
    { id: 'conv1', kind: 'conv2d', filters: 32, kernel: 3, stride: 1, padding: 'valid', activation: 'relu' },
    { id: 'pool1', kind: 'maxPool', size: 2, stride: 2, padding: 'valid' },
    { id: 'conv2', kind: 'conv2d', filters: 64, kernel: 3, stride: 1, padding: 'valid', activation: 'relu' },
    { id: 'pool2', kind: 'maxPool', size: 2, stride: 2, padding: 'valid' },
    { id: 'flatten', kind: 'flatten' },
    { id: 'dense', kind: 'dense', units: 128, activation: 'relu' },
    { id: 'output', kind: 'dense', units: CLASSES.length, activation: 'softmax' },
  ],
};

/** The pipeline of the network that the lessons are about. */
export const referencePipeline: Pipeline = pipelineOf(REFERENCE);
