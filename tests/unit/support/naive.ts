/**
 * A forward pass in the plainest arithmetic possible, written from the definitions and sharing no code with
 * `lib/kinds`: the reference that the project's own arithmetic is tested against. Every value also carries the set of
 * pixels it was computed from.
 */

import type {
  ActivationLayer,
  AveragePoolLayer,
  BatchNormalizationLayer,
  Conv2dLayer,
  DenseLayer,
  Layer,
  MaxPoolLayer,
  Padding,
  Sides,
  Weights,
  ZeroPaddingLayer,
} from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import type { WeightSet } from '@/lib/network/weights';
import { kernelOf, parameterOf } from './parameters';

interface Value {
  readonly value: number;
  readonly before?: number;
  /** Pixels as row * width + column. */
  readonly pixels: ReadonlySet<number>;
}
/** maps[row][column][channel]; a vector is one row and one column. */
type Maps = Value[][][];

const union = (sets: readonly ReadonlySet<number>[]) => new Set(sets.flatMap((set) => [...set]));
const range = (n: number) => Array.from({ length: n }, (_, i) => i);

type Pair = readonly [height: number, width: number];
const pair = (sides: Sides): Pair => (typeof sides === 'number' ? [sides, sides] : sides);

/** Where each window begins on an axis, by trial: TensorFlow's two padding rules. */
function starts(length: number, size: number, stride: number, padding: Padding): number[] {
  if (padding === 'valid') return range(length).filter((at) => at % stride === 0 && at + size <= length);
  const origins = range(length).filter((at) => at % stride === 0);
  const over = Math.max(origins[origins.length - 1] + size - length, 0);
  return origins.map((at) => at - Math.floor(over / 2));
}

/** The values under a window that really exist, with their positions inside the window. */
function under(maps: Maps, top: number, left: number, [height, width]: Pair) {
  return range(height).flatMap((dy) =>
    range(width).flatMap((dx) => {
      const place = maps[top + dy]?.[left + dx];
      return place ? [{ dy, dx, place }] : [];
    }),
  );
}

function convolve(maps: Maps, layer: Conv2dLayer, kernel: Float32Array, bias: ArrayLike<number>): Maps {
  const channels = maps[0][0].length;
  const { filters, stride, padding } = layer;
  const sides = pair(layer.kernel);
  const [high, wide] = sides;
  return starts(maps.length, high, stride, padding).map((top) =>
    starts(maps[0].length, wide, stride, padding).map((left) =>
      range(filters).map((filter) => {
        let before = bias[filter];
        for (const { dy, dx, place } of under(maps, top, left, sides)) {
          for (let c = 0; c < channels; c++) {
            const index = dy * wide * channels * filters + dx * channels * filters + c * filters + filter;
            before += place[c].value * kernel[index];
          }
        }
        const value = layer.activation === 'relu' && before < 0 ? 0 : before;
        const sources = under(maps, top, left, sides).flatMap(({ place }) => place.map((v) => v.pixels));
        return { value, before, pixels: union(sources) };
      }),
    ),
  );
}

function pool(maps: Maps, { size, stride, padding }: MaxPoolLayer): Maps {
  const [high, wide] = pair(size);
  return starts(maps.length, high, stride, padding).map((top) =>
    starts(maps[0].length, wide, stride, padding).map((left) =>
      maps[0][0].map((_, channel) => {
        const candidates = under(maps, top, left, [high, wide]).map(({ place }) => place[channel]);
        return {
          value: Math.max(...candidates.map(({ value }) => value)),
          pixels: union(candidates.map(({ pixels }) => pixels)),
        };
      }),
    ),
  );
}

function weigh(maps: Maps, layer: DenseLayer, kernel: Float32Array, bias: ArrayLike<number>): Maps {
  const inputs = maps[0][0];
  const sums = range(layer.units).map((unit) =>
    inputs.reduce((sum, { value }, at) => sum + value * kernel[at * layer.units + unit], bias[unit]),
  );
  const all = sums.reduce((total, sum) => total + Math.exp(sum), 0);
  const pixels = union(inputs.map((input) => input.pixels));
  const answer = (sum: number) => {
    if (layer.activation === 'softmax') return Math.exp(sum) / all;
    return layer.activation === 'relu' && sum < 0 ? 0 : sum;
  };
  return [[sums.map((before) => ({ value: answer(before), before, pixels }))]];
}

function average(maps: Maps, { size, stride, padding }: AveragePoolLayer): Maps {
  const [high, wide] = pair(size);
  return starts(maps.length, high, stride, padding).map((top) =>
    starts(maps[0].length, wide, stride, padding).map((left) =>
      maps[0][0].map((_, channel) =>
        meanOf(under(maps, top, left, [high, wide]).map(({ place }) => place[channel])),
      ),
    ),
  );
}

const meanOf = (values: readonly Value[]): Value => ({
  value: values.reduce((sum, { value }) => sum + value, 0) / values.length,
  pixels: union(values.map(({ pixels }) => pixels)),
});

/** The activation curves, by their definitions. */
function bend(maps: Maps, { activation, slope }: ActivationLayer): Maps {
  const curve = (x: number, beside: readonly number[]): number => {
    if (activation === 'relu') return Math.max(0, x);
    if (activation === 'leakyRelu') return x < 0 ? x * (slope ?? Number.NaN) : x;
    if (activation === 'sigmoid') return Math.exp(x) / (1 + Math.exp(x));
    if (activation === 'tanh') return (Math.exp(2 * x) - 1) / (Math.exp(2 * x) + 1);
    if (activation === 'softmax') return Math.exp(x) / beside.reduce((sum, one) => sum + Math.exp(one), 0);
    return x;
  };
  return maps.map((row) =>
    row.map((place) => {
      const beside = place.map(({ value }) => value);
      return place.map((v) => ({
        value: curve(v.value, beside),
        before: v.value,
        pixels: activation === 'softmax' ? union(place.map(({ pixels }) => pixels)) : v.pixels,
      }));
    }),
  );
}

/** Epsilon keeps the root from being 0. */
function standardize(maps: Maps, { epsilon }: BatchNormalizationLayer, own: Weights): Maps {
  const [gamma, beta, mean, variance] = (['gamma', 'beta', 'movingMean', 'movingVariance'] as const).map(
    (name) => parameterOf(own, name).values,
  );
  return maps.map((row) =>
    row.map((place) =>
      place.map(({ value, pixels }, c) => ({
        value: (gamma[c] * (value - mean[c])) / (variance[c] + epsilon) ** 0.5 + beta[c],
        pixels,
      })),
    ),
  );
}

function pad(maps: Maps, { top, bottom, left, right }: ZeroPaddingLayer): Maps {
  const zeros = maps[0][0].map((): Value => ({ value: 0, pixels: new Set() }));
  const width = left + maps[0].length + right;
  const rows = (count: number) => range(count).map(() => range(width).map(() => zeros));
  const middle = maps.map((row) => [
    ...range(left).map(() => zeros),
    ...row,
    ...range(right).map(() => zeros),
  ]);
  return [...rows(top), ...middle, ...rows(bottom)];
}

/** One layer by its definition. */
function apply(maps: Maps, layer: Layer, own: Weights): Maps {
  switch (layer.kind) {
    case 'input':
    case 'dropout':
      return maps;
    case 'normalize':
      return maps.map((row) =>
        row.map((place) =>
          place.map((v, channel) => {
            const [mean, deviation] = [layer.means ?? [0], layer.deviations ?? [1]].map(
              (list) => list[channel % list.length],
            );
            return { ...v, value: (v.value / layer.divisor - mean) / deviation };
          }),
        ),
      );
    case 'conv2d':
      return convolve(maps, layer, kernelOf(own).values, own.bias?.values ?? new Float32Array(layer.filters));
    case 'maxPool':
      return pool(maps, layer);
    case 'averagePool':
      return average(maps, layer);
    case 'globalAveragePool':
      return [[maps[0][0].map((_, channel) => meanOf(maps.flat().map((place) => place[channel])))]];
    case 'activation':
      return bend(maps, layer);
    case 'batchNormalization':
      return standardize(maps, layer, own);
    case 'zeroPadding':
      return pad(maps, layer);
    case 'flatten':
      return [[maps.flat(2).map(({ value, pixels }) => ({ value, pixels }))]];
    case 'dense':
      return weigh(maps, layer, kernelOf(own).values, own.bias?.values ?? new Float32Array(layer.units));
  }
}

const UNROLLS = ['flatten', 'globalAveragePool'];
const SUMS = ['conv2d', 'dense', 'activation'];

/** All stages' values of one image, as the engine would send them, and the pixels behind each value. */
export function naiveForward(architecture: Architecture, weights: WeightSet, image: readonly number[]) {
  const [height, width, channels] = architecture.input;
  let maps: Maps = range(height).map((row) =>
    range(width).map((column) =>
      range(channels).map((channel) => ({
        value: image[(row * width + column) * channels + channel],
        pixels: new Set([row * width + column]),
      })),
    ),
  );
  let isVector = false;
  return architecture.layers.map((layer) => {
    maps = apply(maps, layer, weights[layer.id] ?? {});
    isVector ||= UNROLLS.includes(layer.kind);
    const hasSum = SUMS.includes(layer.kind);
    // The next layer receives single-precision numbers, as in the engine.
    maps = maps.map((row) => row.map((place) => place.map((v) => ({ ...v, value: Math.fround(v.value) }))));
    const flat = maps.flat(2);
    return {
      stage: layer.id,
      shape: isVector
        ? ([flat.length] as const)
        : ([maps.length, maps[0].length, maps[0][0].length] as const),
      values: Float32Array.from(flat, ({ value }) => value),
      before: hasSum ? Float32Array.from(flat, ({ before }) => before ?? Number.NaN) : undefined,
      pixels: flat.map(({ pixels }) => pixels),
    };
  });
}
