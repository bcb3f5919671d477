/** Small random networks that can work, for property tests. */
import fc from 'fast-check';
import type { Activation, Layer, Sides } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { Pipeline } from '@/lib/network/pipeline';
import { must } from '@/lib/result';

/** A layer that takes its name from its position. */
type Unnamed = Layer extends infer One ? (One extends Layer ? Omit<One, 'id'> : never) : never;

/** A bias is stated only where there is none. */
const biased = <L extends object>({ bias, ...layer }: L & { readonly bias: boolean }) =>
  bias ? layer : { ...layer, bias };

const padding = fc.constantFrom('valid' as const, 'same' as const);
/** A window of up to `most` cells a side, square about every second time. */
export const anySides = (most: number): fc.Arbitrary<Sides> => {
  const side = fc.integer({ min: 1, max: most });
  return fc.oneof(
    side,
    fc.tuple(side, side).map(([height, width]): Sides => (height === width ? height : [height, width])),
  );
};
const conv = fc
  .record({
    kind: fc.constant('conv2d' as const),
    filters: fc.integer({ min: 1, max: 3 }),
    kernel: anySides(5),
    stride: fc.integer({ min: 1, max: 3 }),
    padding,
    activation: fc.constantFrom('linear' as const, 'relu' as const),
    bias: fc.boolean(),
  })
  .map(biased);
const average = fc.record({
  kind: fc.constant('averagePool' as const),
  size: anySides(3),
  stride: fc.integer({ min: 1, max: 3 }),
  padding,
});
const zeros = fc.record({
  kind: fc.constant('zeroPadding' as const),
  top: fc.integer({ min: 0, max: 2 }),
  bottom: fc.integer({ min: 0, max: 2 }),
  left: fc.integer({ min: 0, max: 2 }),
  right: fc.integer({ min: 0, max: 2 }),
});
const batchNormalization = fc.record({
  kind: fc.constant('batchNormalization' as const),
  epsilon: fc.constantFrom(0.001, 0.00001),
  momentum: fc.constantFrom(0.99, 0.9),
});
const dropout = fc.record({
  kind: fc.constant('dropout' as const),
  share: fc.constantFrom(0.25, 0.5),
});
const bent = (...names: readonly Activation[]) =>
  fc
    .record({
      kind: fc.constant('activation' as const),
      activation: fc.constantFrom(...names),
      slope: fc.constantFrom(0.1, 0.3),
    })
    .map(({ slope, ...layer }) => (layer.activation === 'leakyRelu' ? { ...layer, slope } : layer));
/** Activations whose curves consist of straight pieces. */
const straight = bent('linear', 'relu', 'leakyRelu');
const curved = bent('sigmoid', 'tanh', 'softmax');
const pool = fc.record({
  kind: fc.constant('maxPool' as const),
  size: anySides(3),
  stride: fc.integer({ min: 1, max: 3 }),
  padding,
});
const hidden = fc
  .record({
    kind: fc.constant('dense' as const),
    units: fc.integer({ min: 1, max: 4 }),
    activation: fc.constantFrom('linear' as const, 'relu' as const),
    bias: fc.boolean(),
  })
  .map(biased);
const sevenths = (from: number, to: number) => fc.integer({ min: from, max: to }).map((n) => n / 7);
/** Bytes over 255, about every second time each channel moved and scaled as well; a deviation below 0 inverts. */
const normalizeOf = (channels: number): fc.Arbitrary<Unnamed> => {
  const all = <T>(one: fc.Arbitrary<T>) =>
    fc.oneof(fc.tuple(one), fc.array(one, { minLength: channels, maxLength: channels }));
  const deviation = sevenths(1, 9).chain((one) => fc.constantFrom(one, one, -one));
  const shift = fc.record({ means: all(sevenths(-5, 5)), deviations: all(deviation) }, { requiredKeys: [] });
  return fc
    .oneof(fc.constant({}), shift)
    .map((statistics) => ({ kind: 'normalize' as const, divisor: 255, ...statistics }));
};
const unrolled = fc.constantFrom({ kind: 'flatten' as const }, { kind: 'globalAveragePool' as const });
const side = fc.integer({ min: 1, max: 11 });

/** The layers that a network may have besides those with weights and windows. */
const architectureOf = (valueWise: fc.Arbitrary<Unnamed>): fc.Arbitrary<Architecture> =>
  fc
    .record({
      first: fc
        .integer({ min: 1, max: 4 })
        .chain((channels) => fc.tuple(fc.tuple(side, side, fc.constant(channels)), normalizeOf(channels))),
      maps: fc.array(fc.oneof(conv, conv, pool, average, zeros, valueWise), { maxLength: 4 }),
      end: unrolled,
      vectors: fc.array(fc.oneof(hidden, valueWise), { maxLength: 2 }),
      classes: fc.integer({ min: 2, max: 4 }),
    })
    .map(({ first: [input, normalize], maps, end, vectors, classes }) => {
      const middle: Layer[] = [...maps, end, ...vectors].map((layer, at) => ({
        ...layer,
        id: `layer${at}`,
      }));
      return {
        name: 'small',
        input,
        classes: Array.from({ length: classes }, (_, at) => `class ${at}`),
        layers: [
          { id: 'input', kind: 'input' },
          { ...normalize, id: 'normalize' },
          ...middle,
          { id: 'output', kind: 'dense', units: classes, activation: 'softmax' },
        ],
      };
    });

/** Architectures of every kind of layer, on images of any proportion, linear as long as their switches stay; some of them can't work. */
export const anyArchitecture = architectureOf(fc.oneof(batchNormalization, dropout, straight));
/** The same with curved activations between. */
const anyCurvedArchitecture = architectureOf(fc.oneof(batchNormalization, dropout, straight, curved, curved));

/** The same network where normalization subtracts twice as much: what a doubled image needs to be doubled throughout. */
export const withTwiceTheMeans = ({ architecture }: Pipeline): Pipeline =>
  must(
    buildPipeline({
      ...architecture,
      layers: architecture.layers.map((layer) =>
        layer.kind === 'normalize' && layer.means
          ? { ...layer, means: layer.means.map((one) => 2 * one) }
          : layer,
      ),
    }),
  );

const working = (architectures: fc.Arbitrary<Architecture>): fc.Arbitrary<Pipeline> =>
  architectures
    .map(buildPipeline)
    .map((built) => (built.ok ? built.value : null))
    .filter((pipeline) => pipeline !== null);

/** Those of them that can work, built. */
export const anyPipeline = working(anyArchitecture);
export const anyCurvedPipeline = working(anyCurvedArchitecture);
