/** Random operations whose gradients the WASM backend's training kernels compute, and those of the CPU backend to compare them with. */
import * as tf from '@tensorflow/tfjs-core';
import { randomInt, randomLcg } from 'd3-random';
import { applyLayer } from '@/lib/engine/kinds/registry';

/** One operation with its inputs and the gradient that flows back to its output. Plain numbers, the same for every backend. */
export interface GradientCase {
  readonly name: string;
  readonly inputs: readonly Values[];
  readonly dy: Values;
  /** Set where the backend's own output is another: windows on nothing but padding, and strides that skip cells. */
  readonly onlyGradients?: boolean;
  apply(...inputs: tf.Tensor[]): tf.Tensor;
}

export interface Values {
  readonly shape: number[];
  readonly values: Float32Array;
}

type Pad = 'valid' | 'same' | number | tf.backend_util.ExplicitPadding;
type Draw = (low: number, high: number) => number;

/** Work that the CPU backend does in a few milliseconds: multiply-adds of one case. */
const MOST_WORK = 300_000;

const size = (shape: readonly number[]) => shape.reduce((all, n) => all * n, 1);

/** A stream of cases: the same seed gives the same ones. */
export function gradientCases(seed: number): () => GradientCase {
  const random = randomLcg(seed);
  // Both ends can be drawn.
  const draw: Draw = (low, high) => randomInt.source(random)(low, high + 1)();
  const values = (shape: number[]): Values => ({
    shape,
    values: Float32Array.from({ length: size(shape) }, () => 2 * random() - 1),
  });
  /** Few different values, so that most windows have several largest. */
  const tied = (shape: number[]): Values => ({
    shape,
    values: Float32Array.from({ length: size(shape) }, () => draw(-1, 2) / 2),
  });
  const kinds = [
    () => convolution(draw, values),
    () => convolution(draw, values),
    () => maxPool(draw, values, tied),
    () => avgPool(draw, values),
    () => product(draw, values),
    () => bias(draw, values),
    () => normalization(draw, values),
    () => activatedConvolution(draw, values),
    () => manyChannels(draw, values),
    () => longProduct(draw, values),
  ];
  let count = 0;
  return () => kinds[count++ % kinds.length]();
}

/** With numeric padding the library assumes that a window is as wide as it is high, and allows no remainder at the edge. */
function padding(draw: Draw, plain: boolean): Pad {
  const kind = draw(0, 3);
  if (kind < 2) return kind === 0 ? 'valid' : 'same';
  if (kind === 2 && plain) return draw(0, 3);
  return [
    [0, 0],
    [draw(0, 2), draw(0, 2)],
    [draw(0, 2), draw(0, 2)],
    [0, 0],
  ];
}

/** Whether any window fits. */
const fits = (info: tf.backend_util.Conv2DInfo) => info.outHeight > 0 && info.outWidth > 0;

const written = (...parts: readonly unknown[]) => parts.map((part) => JSON.stringify(part)).join(' ');

const maps = (x: tf.Tensor, shape: [number, number, number, number]) => tf.reshape<tf.Rank.R4>(x, shape);

function convolution(draw: Draw, values: (shape: number[]) => Values): GradientCase {
  // Multiples of eight channels take a different path through the kernels than other numbers.
  const channels = () => (draw(0, 2) === 0 ? 8 * draw(1, 4) : draw(1, 11));
  for (;;) {
    const x: [number, number, number, number] = [draw(1, 33), draw(1, 17), draw(1, 17), channels()];
    const filters = channels();
    const filter: [number, number, number, number] = [draw(1, 5), draw(1, 5), x[3], filters];
    const strides: [number, number] = draw(0, 1) === 0 ? [1, 1] : [draw(1, 3), draw(1, 3)];
    const pad = padding(draw, filter[0] === filter[1] && Math.max(...strides) === 1);
    const info = tf.backend_util.computeConv2DInfo(x, filter, strides, 1, pad, 'floor');
    if (!fits(info) || size(info.outShape) * size(filter.slice(0, 3)) > MOST_WORK) continue;
    return {
      name: `conv2d ${written(x, filter, strides, pad)}`,
      inputs: [values(x), values(filter)],
      dy: values(info.outShape),
      onlyGradients: strides.some((stride, axis) => stride > filter[axis]),
      apply: (input, kernel) => tf.conv2d(maps(input, x), maps(kernel, filter), strides, pad),
    };
  }
}

/** Several images, a 3x3 kernel that moves by 1, and enough channels for Winograd's form; sides odd and even, tiles over the edge. */
function manyChannels(draw: Draw, values: (shape: number[]) => Values): GradientCase {
  const [channels, filters] = [4 * draw(4, 7), 8 * draw(2, 4)];
  const x: [number, number, number, number] = [draw(9, 12), draw(11, 13), draw(11, 13), channels];
  const filter: [number, number, number, number] = [3, 3, channels, filters];
  const pad = padding(draw, true);
  const info = tf.backend_util.computeConv2DInfo(x, filter, 1, 1, pad, 'floor');
  return {
    name: `tiles ${written(x, filter, pad)}`,
    inputs: [values(x), values(filter)],
    dy: values(info.outShape),
    apply: (input, kernel) => tf.conv2d(maps(input, x), maps(kernel, filter), 1, pad),
  };
}

/** Sums of more than a thousand terms, such as those of a dense layer after many maps. */
function longProduct(draw: Draw, values: (shape: number[]) => Values): GradientCase {
  const [rows, inner, columns] = [
    draw(1, 9),
    draw(1000, 1200),
    draw(0, 3) === 0 ? draw(1, 9) : 8 * draw(1, 3),
  ];
  return {
    name: `long ${written(rows, inner, columns)}`,
    inputs: [values([rows, inner]), values([inner, columns])],
    dy: values([rows, columns]),
    apply: (a, b) => tf.matMul<tf.Tensor>(a, b),
  };
}

/** A layer whose sums nobody looks at: on the WASM backend one kernel computes all of it. */
function activatedConvolution(draw: Draw, values: (shape: number[]) => Values): GradientCase {
  const channels = [1, 3, 8, 16][draw(0, 3)];
  const filters = draw(0, 3) === 0 ? draw(1, 11) : 8 * draw(1, 4);
  const side = draw(1, 4);
  const x = [draw(1, 17), draw(4, 9), draw(4, 9), channels];
  const layer = {
    id: 'conv',
    kind: 'conv2d',
    filters,
    kernel: side,
    stride: draw(1, 2),
    padding: draw(0, 1) === 0 ? 'valid' : 'same',
    activation: draw(0, 3) === 0 ? 'linear' : 'relu',
    ...(draw(0, 3) === 0 && { bias: false }),
  } as const;
  const apply = (input: tf.Tensor, kernel: tf.Tensor, bias?: tf.Tensor) =>
    applyLayer(layer, input, {
      parameters: { kernel, ...(bias && { bias }) },
      random: null,
      withoutSums: true,
    }).output;
  const kernel = [side, side, channels, filters];
  const inputs = [values(x), values(kernel), ...('bias' in layer ? [] : [values([filters])])];
  const { shape } = tf.tidy(() => apply(tf.zeros(x), tf.zeros(kernel), tf.zeros([filters])));
  return { name: `activated ${written(x, layer)}`, inputs, dy: values(shape), apply };
}

function maxPool(
  draw: Draw,
  values: (shape: number[]) => Values,
  tied: (shape: number[]) => Values,
): GradientCase {
  for (;;) {
    // Four places, and channels in fours, take paths of their own.
    const channels = draw(0, 1) === 0 ? 4 * draw(1, 2) : draw(1, 9);
    const x: [number, number, number, number] = [draw(1, 33), draw(1, 20), draw(1, 20), channels];
    const window: [number, number] = draw(0, 1) === 0 ? [2, 2] : [draw(1, 4), draw(1, 4)];
    const strides: [number, number] = [draw(1, 3), draw(1, 3)];
    const pad = padding(draw, false);
    const info = tf.backend_util.computePool2DInfo(x, window, strides, 1, pad, 'floor');
    // In the forward pass, the backend's own kernel writes beyond its output when a window of one cell strides.
    if (size(window) === 1 && Math.max(...strides) > 1) continue;
    if (!fits(info) || size(info.outShape) * size(window) > MOST_WORK / 4) continue;
    const { top, bottom, left, right } = info.padInfo;
    const isOnPadding = Math.max(top, bottom, left, right) >= Math.min(...window);
    return {
      name: `maxPool ${written(x, window, strides, pad)}`,
      inputs: [draw(0, 1) === 0 ? tied(x) : values(x)],
      dy: values(info.outShape),
      onlyGradients: channels % 4 !== 0 || isOnPadding,
      apply: (input) => tf.maxPool(maps(input, x), window, strides, pad),
    };
  }
}

/** Without padding, which the CPU backend's gradient ignores. */
function avgPool(draw: Draw, values: (shape: number[]) => Values): GradientCase {
  for (;;) {
    const x: [number, number, number, number] = [draw(1, 17), draw(1, 20), draw(1, 20), draw(1, 9)];
    const window: [number, number] = [draw(1, 4), draw(1, 4)];
    const strides: [number, number] = [draw(1, 3), draw(1, 3)];
    const info = tf.backend_util.computePool2DInfo(x, window, strides, 1, 'valid');
    if (!fits(info) || size(info.outShape) * size(window) > MOST_WORK / 4) continue;
    return {
      name: `avgPool ${written(x, window, strides)}`,
      inputs: [values(x)],
      dy: values(info.outShape),
      apply: (input) => tf.avgPool(maps(input, x), window, strides, 'valid'),
    };
  }
}

function product(draw: Draw, values: (shape: number[]) => Values): GradientCase {
  const [rows, inner, columns] = [draw(1, 40), draw(1, 60), draw(1, 40)];
  const [turnA, turnB] = [draw(0, 1) === 1, draw(0, 1) === 1];
  const batch = draw(0, 3) === 0 ? [draw(1, 4)] : [];
  const a = [...batch, ...(turnA ? [inner, rows] : [rows, inner])];
  const b = [...batch, ...(turnB ? [columns, inner] : [inner, columns])];
  return {
    name: `matMul ${written(a, b, turnA, turnB)}`,
    inputs: [values(a), values(b)],
    dy: values([...batch, rows, columns]),
    apply: (left, right) => tf.matMul(left, right, turnA, turnB),
  };
}

function bias(draw: Draw, values: (shape: number[]) => Values): GradientCase {
  const channels = draw(1, 40);
  const maps = Array.from({ length: draw(1, 3) }, () => draw(1, 12));
  return {
    name: `add ${written([...maps, channels], [channels])}`,
    inputs: [values([...maps, channels]), values([channels])],
    dy: values([...maps, channels]),
    apply: (input, added) => tf.add(input, added),
  };
}

/** Some channels come in fours and some don't; these are taken another way. */
function normalization(draw: Draw, values: (shape: number[]) => Values): GradientCase {
  const channels = draw(1, 20);
  const shape = [draw(2, 9), ...Array.from({ length: 2 * draw(0, 1) }, () => draw(1, 12)), channels];
  const layer = { id: 'norm', kind: 'batchNormalization', epsilon: 0.01, momentum: 0.9 } as const;
  return {
    name: `batchNormalization ${written(shape)}`,
    inputs: [values(shape), values([channels]), values([channels])],
    dy: values(shape),
    apply(input, gamma, beta) {
      const parameters = { gamma, beta, movingMean: beta, movingVariance: gamma };
      return applyLayer(layer, input, { parameters, random: () => 0 }).output;
    },
  };
}
