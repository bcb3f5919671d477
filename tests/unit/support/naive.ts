/**
 * A forward pass in the plainest arithmetic there is, written from the definitions and sharing nothing with
 * `lib/kinds`: what the project's own arithmetic is tested against. Every value also carries the set of
 * pixels it was made from.
 */
import { randomLcg, randomNormal } from 'd3-random';
import type { Conv2dLayer, DenseLayer, MaxPoolLayer, Padding } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import type { Pipeline } from '@/lib/network/pipeline';
import type { WeightSet } from '@/lib/network/weights';

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

/** Where each window begins on an axis, by trying: TensorFlow's two rules of padding. */
function starts(length: number, size: number, stride: number, padding: Padding): number[] {
  if (padding === 'valid') return range(length).filter((at) => at % stride === 0 && at + size <= length);
  const origins = range(length).filter((at) => at % stride === 0);
  const over = Math.max(origins[origins.length - 1] + size - length, 0);
  return origins.map((at) => at - Math.floor(over / 2));
}

/** The values under a window that are really there, with their places inside the window. */
function under(maps: Maps, top: number, left: number, side: number) {
  return range(side).flatMap((dy) =>
    range(side).flatMap((dx) => {
      const place = maps[top + dy]?.[left + dx];
      return place ? [{ dy, dx, place }] : [];
    }),
  );
}

function convolve(maps: Maps, layer: Conv2dLayer, kernel: Float32Array, bias: Float32Array): Maps {
  const channels = maps[0][0].length;
  const { kernel: side, filters, stride, padding } = layer;
  return starts(maps.length, side, stride, padding).map((top) =>
    starts(maps[0].length, side, stride, padding).map((left) =>
      range(filters).map((filter) => {
        let before = bias[filter];
        for (const { dy, dx, place } of under(maps, top, left, side)) {
          for (let c = 0; c < channels; c++) {
            const index = dy * side * channels * filters + dx * channels * filters + c * filters + filter;
            before += place[c].value * kernel[index];
          }
        }
        const value = layer.activation === 'relu' && before < 0 ? 0 : before;
        const sources = under(maps, top, left, side).flatMap(({ place }) => place.map((v) => v.pixels));
        return { value, before, pixels: union(sources) };
      }),
    ),
  );
}

function pool(maps: Maps, { size, stride, padding }: MaxPoolLayer): Maps {
  return starts(maps.length, size, stride, padding).map((top) =>
    starts(maps[0].length, size, stride, padding).map((left) =>
      maps[0][0].map((_, channel) => {
        const candidates = under(maps, top, left, size).map(({ place }) => place[channel]);
        return {
          value: Math.max(...candidates.map(({ value }) => value)),
          pixels: union(candidates.map(({ pixels }) => pixels)),
        };
      }),
    ),
  );
}

function weigh(maps: Maps, layer: DenseLayer, kernel: Float32Array, bias: Float32Array): Maps {
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

/** All stages' values of one picture, as the engine would send them, and the pixels behind each. */
export function naiveForward(architecture: Architecture, weights: WeightSet, picture: readonly number[]) {
  const [height, width, channels] = architecture.input;
  let maps: Maps = range(height).map((row) =>
    range(width).map((column) =>
      range(channels).map((channel) => ({
        value: picture[(row * width + column) * channels + channel],
        pixels: new Set([row * width + column]),
      })),
    ),
  );
  return architecture.layers.map((layer) => {
    const own = weights[layer.id];
    if (layer.kind === 'normalize') {
      maps = maps.map((row) =>
        row.map((place) => place.map((v) => ({ ...v, value: v.value / layer.divisor }))),
      );
    }
    if (layer.kind === 'conv2d') maps = convolve(maps, layer, own.kernel.values, own.bias.values);
    if (layer.kind === 'maxPool') maps = pool(maps, layer);
    if (layer.kind === 'flatten') maps = [[maps.flat(2).map(({ value, pixels }) => ({ value, pixels }))]];
    if (layer.kind === 'dense') maps = weigh(maps, layer, own.kernel.values, own.bias.values);
    // What goes on to the next layer are single-precision numbers, as in the engine.
    maps = maps.map((row) => row.map((place) => place.map((v) => ({ ...v, value: Math.fround(v.value) }))));
    const flat = maps.flat(2);
    const isVector = layer.kind === 'flatten' || layer.kind === 'dense';
    const hasSum = layer.kind === 'conv2d' || layer.kind === 'dense';
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

/** Random weights for every stage that has some, scaled by what flows in so that values stay near 1. */
export function randomWeights({ stages }: Pipeline, seed: number): WeightSet {
  const normal = randomNormal.source(randomLcg(seed))();
  const filled = (shape: readonly number[], scale: number) => ({
    shape,
    values: Float32Array.from(
      { length: shape.reduce((product, n) => product * n, 1) },
      () => scale * normal(),
    ),
  });
  return Object.fromEntries(
    stages.flatMap(({ id, weights }) => {
      if (!weights) return [];
      const fanIn = weights.kernel.slice(0, -1).reduce((product, n) => product * n, 1);
      return [[id, { kernel: filled(weights.kernel, fanIn ** -0.5), bias: filled(weights.bias, 0.4) }]];
    }),
  );
}
