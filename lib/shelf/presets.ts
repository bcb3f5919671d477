/** Networks to begin with in the builder. */
import type { Activation, Layer } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import type { MapShape } from '@/lib/tensor/tensor';
import { DIGITS } from './digits';
import { PHOTOGRAPHS } from './photographs';
import { SHELF } from './shelf';

const [{ architecture: REFERENCE, dataSet: DRAWINGS }] = SHELF;

/** A layer that takes its name from its place. */
type Unnamed = Layer extends infer One ? (One extends Layer ? Omit<One, 'id'> : never) : never;

const network = (name: string, input: MapShape, layers: readonly Unnamed[]): Architecture => ({
  name,
  input,
  classes: DRAWINGS.classes,
  layers: [
    { id: 'input', kind: 'input' },
    ...layers.map((layer, at): Layer => ({ ...layer, id: `layer${at}` })),
    { id: 'output', kind: 'dense', units: DRAWINGS.classes.length, activation: 'softmax' },
  ],
});

const BYTES: Unnamed = { kind: 'normalize', divisor: 255 };
const FLATTEN: Unnamed = { kind: 'flatten' };
const HALF: Unnamed = { kind: 'maxPool', size: 2, stride: 2, padding: 'valid' };
const curve = (activation: Activation): Unnamed => ({ kind: 'activation', activation });
const convolution = (filters: number, kernel: number, activation: 'linear' | 'relu'): Unnamed => ({
  kind: 'conv2d',
  filters,
  kernel,
  stride: 1,
  padding: 'valid',
  activation,
});
const MEAN: Unnamed = { kind: 'averagePool', size: 2, stride: 2, padding: 'valid' };

/**
 * LeNet-5 (LeCun, Bottou, Bengio and Haffner 1998), on grey images of 32 x 32 pixels. Its third convolution sees all
 * maps of the second pooling, whose means are not scaled, and its output is softmax.
 */
const LENET = network(
  'LeNet-5',
  [32, 32, 1],
  [
    BYTES,
    convolution(6, 5, 'linear'),
    curve('tanh'),
    MEAN,
    convolution(16, 5, 'linear'),
    curve('tanh'),
    MEAN,
    convolution(120, 5, 'linear'),
    curve('tanh'),
    FLATTEN,
    { kind: 'dense', units: 84, activation: 'linear' },
    curve('tanh'),
  ],
);

/** The network of CNN Explainer (Wang et al. 2020). */
const TINY_VGG = network(
  'Tiny VGG',
  [64, 64, 3],
  [
    BYTES,
    convolution(10, 3, 'relu'),
    convolution(10, 3, 'relu'),
    HALF,
    convolution(10, 3, 'relu'),
    convolution(10, 3, 'relu'),
    HALF,
    FLATTEN,
  ],
);

/** Bytes go in as they are, everything passes through two maps, and sigmoids flatten every gradient. */
const BAD = network(
  'Bad on purpose',
  [64, 64, 3],
  [
    { kind: 'conv2d', filters: 2, kernel: 11, stride: 4, padding: 'valid', activation: 'linear' },
    curve('sigmoid'),
    { kind: 'conv2d', filters: 64, kernel: 3, stride: 1, padding: 'same', activation: 'linear' },
    curve('sigmoid'),
    FLATTEN,
    { kind: 'dropout', share: 0.9 },
    { kind: 'dense', units: 256, activation: 'linear' },
    curve('sigmoid'),
  ],
);

export const PRESETS = {
  reference: REFERENCE,
  lenet: LENET,
  tinyVgg: TINY_VGG,
  photographs: PHOTOGRAPHS.architecture,
  bad: BAD,
} as const satisfies Readonly<Record<string, Architecture>>;

export type PresetName = keyof typeof PRESETS;

/** Classes that a network can be built for, by what has them. */
export const CLASS_SETS = { drawings: DRAWINGS.classes, digits: DIGITS.dataSet.classes } as const;
