/** Which layers of Keras are read, and why others are not. */
import { fail, ok, type Result } from '@/lib/result';
import type { Shape } from '@/lib/tensor/tensor';
import words from '@/words/interchange';
import { type KerasLayer, spotOf } from '../layer';
import { activation, leakyRelu, relu, softmax } from './activation';
import type { LayerReader, Reading } from './reading';
import { batchNormalization, dense, dropout, flatten, rescaling } from './values';
import { averagePooling, conv2d, globalAveragePooling, maxPooling, zeroPadding } from './windows';

/** By the class that Keras calls them. */
const READERS: Readonly<Record<string, LayerReader>> = {
  Rescaling: rescaling,
  Conv2D: conv2d,
  ZeroPadding2D: zeroPadding,
  MaxPooling2D: maxPooling,
  AveragePooling2D: averagePooling,
  GlobalAveragePooling2D: globalAveragePooling,
  BatchNormalization: batchNormalization,
  Activation: activation,
  ReLU: relu,
  LeakyReLU: leakyRelu,
  Softmax: softmax,
  Dropout: dropout,
  Flatten: flatten,
  Dense: dense,
};

/** Layers that hand their input on unchanged but in training. */
const IN_TRAINING: ReadonlySet<string> = new Set([
  'SpatialDropout2D',
  'GaussianNoise',
  'GaussianDropout',
  'ActivityRegularization',
  'RandomFlip',
  'RandomRotation',
  'RandomTranslation',
  'RandomZoom',
  'RandomContrast',
]);

const RECURRENT = /^(RNN|StackedRNN|LSTM|GRU|SimpleRNN|ConvLSTM\dD|Bidirectional|TimeDistributed|CuDNN\w+)$/;
const NETWORK = /^(Sequential|Functional|Model)$/;

const SUPPORTED = ['InputLayer', ...Object.keys(READERS), ...IN_TRAINING].join(', ');

/** Whether a layer computes with numbers of a few bits, as Keras 3 says in its type. */
function quantisedType({ config: { dtype } }: KerasLayer): string | null {
  const written = JSON.stringify(dtype ?? '');
  return /Quantized|int8|int4|float8/.test(written) ? written.slice(0, 80) : null;
}

/** What a layer of Keras is here; or one sentence why it isn't anything. */
export function readLayer(layer: KerasLayer, input: Shape): Result<Reading> {
  const { className } = layer;
  const kind = className.slice(0, 60);
  const about = { ...spotOf(layer), kind, supported: SUPPORTED };
  if (RECURRENT.test(className)) return fail(words.recurrent(about));
  if (NETWORK.test(className)) return fail(words.nested(about));
  if (className === 'Lambda' || className.includes('>')) return fail(words.ownCode(about));
  const quantised = quantisedType(layer);
  if (quantised) return fail(words.quantisedLayer({ ...about, kind: quantised }));
  if (IN_TRAINING.has(className)) return ok({ layers: [], inTraining: true });
  if (!Object.hasOwn(READERS, className)) return fail(words.unsupported(about));
  return READERS[className](layer, input);
}
