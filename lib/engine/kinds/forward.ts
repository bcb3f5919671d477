import * as tf from '@tensorflow/tfjs-core';
import { LEAK } from '@/lib/kinds/parts/activation';
import type {
  Activation,
  BatchNormalizationLayer,
  ByParameter,
  Layer,
  LayerKind,
  LayerOf,
  NormalizeLayer,
  ParameterName,
} from '@/lib/kinds/types';
import { NORMALIZE_BATCH } from '../kernels/normalize-batch';
import { averages, convolve, largest } from './windows';

/** A layer's parameters as the backend holds them. */
export type LayerTensors = ByParameter<tf.Tensor>;

/** A layer's measurements of a batch, for the parameters that are measured instead of learned. */
export type Measured = ByParameter<tf.Tensor>;

/** A layer's outputs for a batch. */
export interface LayerOutput {
  readonly output: tf.Tensor;
  /** Its sums, for layers that have an activation. */
  readonly before?: tf.Tensor;
  /** Computes the input of its parameters, where that is not the layer's input. */
  readonly met?: () => tf.Tensor;
}

/** The other inputs of a layer's computation. */
export interface Around {
  readonly parameters?: LayerTensors | undefined;
  /** Random numbers, 0 up to 1, in training; null in prediction. */
  readonly random: (() => number) | null;
  /** Added to the sums of a layer that has parameters. */
  readonly added?: tf.Tensor | undefined;
  /** Receives the layer's measurements of its batch. */
  readonly measured?: (values: Measured) => void;
}

const hasRank4 = (tensor: tf.Tensor): tensor is tf.Tensor4D => tensor.rank === 4;

function maps(tensor: tf.Tensor): tf.Tensor4D {
  if (!hasRank4(tensor)) throw new Error(`maps have four axes, not ${tensor.rank}`);
  return tensor;
}

function activate(before: tf.Tensor, activation: Activation, slope = LEAK): tf.Tensor {
  switch (activation) {
    case 'linear':
      return before;
    case 'relu':
      return tf.relu(before);
    case 'leakyRelu':
      return tf.leakyRelu(before, slope);
    case 'sigmoid':
      return tf.sigmoid(before);
    case 'tanh':
      return tf.tanh(before);
    case 'softmax':
      return tf.softmax(before);
  }
}

function needed({ parameters }: Around, layer: Layer, name: ParameterName): tf.Tensor {
  const parameter = parameters?.[name];
  if (!parameter) throw new Error(`${layer.id} has no ${name} yet`);
  return parameter;
}

/** Adds the bias, where the layer has one, and any further addend. */
function shifted(sums: tf.Tensor, layer: Layer & { readonly bias?: boolean }, around: Around): tf.Tensor {
  const own = layer.bias === false ? sums : tf.add(sums, needed(around, layer, 'bias'));
  return around.added ? tf.add(own, around.added) : own;
}

/**
 * Dropout (Srivastava et al. 2014): each value is set to 0 with probability `share`, and the rest are scaled
 * up so that the expected sums stay the same. Drawn in JavaScript, so that a seed drops the same values on
 * every backend.
 */
export function drop(values: tf.Tensor, share: number, random: () => number): tf.Tensor {
  const raised = 1 / (1 - share);
  const kept = Float32Array.from({ length: values.size }, () => (random() < share ? 0 : raised));
  return tf.mul(values, tf.tensor(kept, values.shape));
}

/**
 * In training by the mean and variance of the batch, which also update the moving ones; otherwise by those.
 * Variances are those of the batch itself, without Bessel's correction.
 */
function normalizeBatch(layer: BatchNormalizationLayer, input: tf.Tensor, around: Around): LayerOutput {
  const [gamma, beta, mean, variance] = (['gamma', 'beta', 'movingMean', 'movingVariance'] as const).map(
    (name) => needed(around, layer, name),
  );
  const batch = around.random ? overBatch(input, gamma, beta, layer.epsilon) : null;
  const own = batch ?? { mean, variance };
  if (batch)
    around.measured?.({
      movingMean: blended(mean, own.mean, layer.momentum),
      movingVariance: blended(variance, own.variance, layer.momentum),
    });
  const met = () => tf.mul(tf.sub(input, own.mean), tf.rsqrt(tf.add(own.variance, layer.epsilon)));
  const answer = batch?.output ?? tf.add(tf.mul(met(), gamma), beta);
  return { met, output: around.added ? tf.add(answer, around.added) : answer };
}

/** Each channel less its mean, over its deviation, where there are any. */
function standardized({ means, deviations }: NormalizeLayer, divided: tf.Tensor): tf.Tensor {
  const moved = means ? tf.sub(divided, means) : divided;
  return deviations ? tf.div(moved, deviations) : moved;
}

/** A batch normalized by its own mean and variance, which are answered too. */
function overBatch(x: tf.Tensor, gamma: tf.Tensor, beta: tf.Tensor, epsilon: number) {
  if (tf.getKernel(NORMALIZE_BATCH, tf.getBackend())) {
    const [output, mean, variance] = tf
      .engine()
      .runKernel<tf.Tensor[]>(NORMALIZE_BATCH, { x, gamma, beta }, { epsilon });
    return { output, mean, variance };
  }
  const { mean, variance } = tf.moments(
    x,
    x.shape.slice(0, -1).map((_, axis) => axis),
  );
  const normalized = tf.mul(tf.sub(x, mean), tf.rsqrt(tf.add(variance, epsilon)));
  return { output: tf.add(tf.mul(normalized, gamma), beta), mean, variance };
}

const blended = (old: tf.Tensor, fresh: tf.Tensor, momentum: number): tf.Tensor =>
  tf.add(tf.mul(old, momentum), tf.mul(fresh, 1 - momentum));

type Forward<L extends Layer> = (layer: L, input: tf.Tensor, around: Around) => LayerOutput;

const FORWARD: { readonly [K in LayerKind]: Forward<LayerOf<K>> } = {
  input: (_layer, input) => ({ output: input }),
  normalize: (layer, input) => ({ output: standardized(layer, tf.div(input, layer.divisor)) }),
  conv2d(layer, input, around) {
    const kernel = maps(needed(around, layer, 'kernel'));
    const before = shifted(convolve(layer, maps(input), kernel), layer, around);
    return { before, output: activate(before, layer.activation) };
  },
  maxPool: (layer, input) => ({ output: largest(layer, maps(input)) }),
  averagePool: (layer, input) => ({ output: averages(layer, maps(input)) }),
  globalAveragePool: (_layer, input) => ({ output: tf.mean(input, [1, 2]) }),
  activation: ({ activation, slope }, input) => ({
    before: input,
    output: activate(input, activation, slope),
  }),
  batchNormalization: normalizeBatch,
  dropout: ({ share }, input, { random }) => ({ output: random ? drop(input, share, random) : input }),
  zeroPadding: ({ top, bottom, left, right }, input) => ({
    output: tf.pad(maps(input), [
      [0, 0],
      [top, bottom],
      [left, right],
      [0, 0],
    ]),
  }),
  flatten: (_layer, input) => ({ output: tf.reshape(input, [input.shape[0], -1]) }),
  dense(layer, input, around) {
    const before = shifted(tf.matMul(input, needed(around, layer, 'kernel')), layer, around);
    return { before, output: activate(before, layer.activation) };
  },
};

const forwardOf = <K extends LayerKind>(layer: LayerOf<K> & { readonly kind: K }): Forward<LayerOf<K>> =>
  FORWARD[layer.kind];

/**
 * One layer on a batch, [images, ...shape], NHWC.
 * @throws Error when a layer lacks a parameter.
 */
export const applyLayer = (layer: Layer, input: tf.Tensor, around: Around): LayerOutput =>
  forwardOf(layer)(layer, input, around);
