/** A network for photographs, trained by this project's engine on CIFAR-10 (`npm run record -- photographs`). */
import { SITE_SAMPLES } from '@/lib/data/samples/site';
import type { Layer } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import type { ClassNames } from '@/lib/network/class-words';
import type { ShippedSubject } from '@/lib/network/subject';
import words from '@/words/classes';

/** CIFAR-10's ten classes, sorted by their names. */
const CLASSES = [
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

const NAMES: ClassNames = Object.fromEntries(
  CLASSES.map((id) => [id, { name: words[id](), withArticle: words.withArticle({ id }) }]),
);

/** A convolution without bias, what batch normalization makes of its sums, and the ReLU on that. */
const convolution = (number: number, filters: number): readonly Layer[] => [
  {
    id: `conv${number}`,
    kind: 'conv2d',
    filters,
    kernel: 3,
    stride: 1,
    padding: 'same',
    activation: 'linear',
    bias: false,
  },
  { id: `norm${number}`, kind: 'batchNormalization', epsilon: 0.001, momentum: 0.9 },
  { id: `relu${number}`, kind: 'activation', activation: 'relu' },
];

const pool = (number: number): Layer => ({
  id: `pool${number}`,
  kind: 'maxPool',
  size: 2,
  stride: 2,
  padding: 'valid',
});

/** Most of its weights and of its work are where the maps are small already. */
const ARCHITECTURE: Architecture = {
  name: 'photographs',
  input: [32, 32, 3],
  classes: CLASSES,
  layers: [
    { id: 'input', kind: 'input' },
    { id: 'normalize', kind: 'normalize', divisor: 255 },
    ...convolution(1, 32),
    pool(1),
    ...convolution(2, 64),
    pool(2),
    ...convolution(3, 96),
    ...convolution(4, 96),
    pool(3),
    ...convolution(5, 128),
    { id: 'average', kind: 'globalAveragePool' },
    { id: 'dropout', kind: 'dropout', share: 0.2 },
    { id: 'output', kind: 'dense', units: CLASSES.length, activation: 'softmax' },
  ],
};

export const PHOTOGRAPHS: ShippedSubject = {
  id: 'photographs',
  architecture: ARCHITECTURE,
  dataSet: {
    id: 'cifar10',
    classes: CLASSES,
    names: NAMES,
    shape: ARCHITECTURE.input,
    counts: { training: 45_000, heldOut: 5000 },
    images: null,
    samples: { ...SITE_SAMPLES, form: 'png' },
    first: { id: 'ship-photo-1', label: 'ship' },
  },
  weights: 'shipped',
  run: 'shipped',
  shipped: { folder: '/model/photographs', weights: ['weights.safetensors'] },
};
