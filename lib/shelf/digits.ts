/** A network for handwritten digits, trained by this project's engine on MNIST (`npm run record -- digits`). */
import type { Architecture } from '@/lib/network/architecture';
import type { ClassNames } from '@/lib/network/class-words';
import type { ShippedSubject } from '@/lib/network/subject';
import words from '@/words/digits';

const CLASSES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

const NAMES: ClassNames = Object.fromEntries(
  CLASSES.map((digit) => [digit, { name: digit, withArticle: words.withArticle({ digit }) }]),
);

/**
 * After LeNet-5 (LeCun, Bottou, Bengio and Haffner 1998): convolutions of 5 x 5 and poolings by turns, then dense layers;
 * with ReLU and max pooling, which came later.
 */
const ARCHITECTURE: Architecture = {
  name: 'digits',
  input: [28, 28, 1],
  classes: CLASSES,
  layers: [
    { id: 'input', kind: 'input' },
    { id: 'normalize', kind: 'normalize', divisor: 255 },
    { id: 'conv1', kind: 'conv2d', filters: 16, kernel: 5, stride: 1, padding: 'same', activation: 'relu' },
    { id: 'pool1', kind: 'maxPool', size: 2, stride: 2, padding: 'valid' },
    { id: 'conv2', kind: 'conv2d', filters: 32, kernel: 5, stride: 1, padding: 'valid', activation: 'relu' },
    { id: 'pool2', kind: 'maxPool', size: 2, stride: 2, padding: 'valid' },
    { id: 'flatten', kind: 'flatten' },
    { id: 'dense', kind: 'dense', units: 84, activation: 'relu' },
    { id: 'output', kind: 'dense', units: CLASSES.length, activation: 'softmax' },
  ],
};

export const DIGITS: ShippedSubject = {
  id: 'digits',
  architecture: ARCHITECTURE,
  dataSet: {
    id: 'mnist',
    classes: CLASSES,
    names: NAMES,
    pad: 'mnist',
    shape: ARCHITECTURE.input,
    counts: { training: 55_000, heldOut: 5000 },
    images: null,
    samples: { list: '/images/digits.json', folder: '/images/digits', form: 'png' },
    first: { id: 'seven-1', label: '7' },
  },
  weights: 'shipped',
  run: 'shipped',
  shipped: { folder: '/model/digits', weights: ['weights.safetensors'] },
};
