import type { Layer } from '@/lib/kinds/types';
import type { MapShape } from '@/lib/tensor/tensor';

/** A network as plain data. Everything else (shapes, counts, lessons, code) is computed from it. */
export interface Architecture {
  readonly name: string;
  readonly input: MapShape;
  /** The first layer is the input, the last a dense layer with one unit per class. */
  readonly layers: readonly Layer[];
  readonly classes: readonly string[];
}

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

/** The network the lessons are about. */
export const REFERENCE: Architecture = {
  name: 'reference',
  input: [64, 64, 3],
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
