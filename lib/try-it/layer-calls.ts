/** The layers that code in “Try it” may make: TensorFlow.js’s own names and options, as far as the engine computes them. */
import * as v from 'valibot';
import type { Layer, LayerKind } from '@/lib/layers/types';
import { fail, ok, type Result } from '@/lib/result';
import {
  COUNT,
  missingOption,
  NAME,
  noOptions,
  noSuchLayer,
  oneOf,
  SCALE,
  SHAPE,
  SIDE,
  unknownOption,
  wrongOption,
} from './words';

/** A layer that was made, and has no name yet unless the code gave it one. */
export interface MadeLayer {
  readonly name: string | null;
  /** The shape of the pictures, where it is told with this layer. */
  readonly inputShape: readonly number[] | null;
  readonly kind: LayerKind;
  build(id: string): Layer;
}

interface LayerCall {
  readonly options: readonly string[];
  read(given: unknown): Result<MadeLayer>;
}

interface Common {
  readonly name?: string | undefined;
  readonly inputShape?: number[] | undefined;
}

const count = v.pipe(v.number(COUNT), v.integer(COUNT), v.minValue(1, COUNT));
/** The side of a square, as 3 or as [3, 3]. */
const side = v.union(
  [
    count,
    v.pipe(
      v.tuple([count, count]),
      v.check(([height, width]) => height === width),
      v.transform(([height]) => height),
    ),
  ],
  SIDE,
);
const padding = v.picklist(['valid', 'same'], oneOf(["'valid'"], "'same'"));
const common = {
  name: v.optional(v.pipe(v.string(NAME), v.regex(/^[\w-]{1,32}$/, NAME))),
  inputShape: v.optional(v.pipe(v.array(count, SHAPE), v.length(3, SHAPE))),
};

/** What a scale divides by: 1 / 255 means 255, though 1 over it comes out a little larger. */
function divisorOf(scale: number): number {
  const divisor = 1 / scale;
  const whole = Math.round(divisor);
  return Math.abs(divisor - whole) < 1e-9 * divisor ? whole : divisor;
}

/** One thing that is wrong with the options, in a sentence. A misspelt option comes first: it may be the one that lacks. */
function sentenceOf(
  name: string,
  options: readonly string[],
  issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]],
): string {
  const keyOf = ({ path }: v.BaseIssue<unknown>) => String(path?.[0]?.key ?? '');
  const issue = issues.find((one) => !options.includes(keyOf(one))) ?? issues[0];
  const key = keyOf(issue);
  if (!key) return noOptions(name);
  if (!options.includes(key)) return unknownOption(name, key, options);
  if (issue.received === 'undefined') return missingOption(name, key);
  return wrongOption(name, key, issue.message, issue.path?.[0]?.value);
}

function call<Options extends Common>(
  name: string,
  kind: LayerKind,
  schema: v.GenericSchema<unknown, Options> & { readonly entries: Readonly<Record<string, unknown>> },
  build: (options: Options, id: string) => Layer,
): LayerCall {
  const options = Object.keys(schema.entries);
  return {
    options,
    read(given) {
      const read = v.safeParse(schema, given);
      if (!read.success) return fail(sentenceOf(`tf.layers.${name}`, options, read.issues));
      const { output } = read;
      return ok({
        name: output.name ?? null,
        inputShape: output.inputShape ?? null,
        kind,
        build: (id) => build(output, id),
      });
    },
  };
}

const CALLS: Readonly<Record<string, LayerCall>> = {
  inputLayer: call(
    'inputLayer',
    'input',
    v.strictObject({ ...common, inputShape: v.pipe(v.array(count, SHAPE), v.length(3, SHAPE)) }),
    (_options, id) => ({ id, kind: 'input' }),
  ),
  rescaling: call(
    'rescaling',
    'normalize',
    v.strictObject({ scale: v.pipe(v.number(SCALE), v.gtValue(0, SCALE), v.maxValue(1, SCALE)), ...common }),
    ({ scale }, id) => ({ id, kind: 'normalize', divisor: divisorOf(scale) }),
  ),
  conv2d: call(
    'conv2d',
    'conv2d',
    v.strictObject({
      filters: count,
      kernelSize: side,
      strides: v.optional(side, 1),
      padding: v.optional(padding, 'valid'),
      activation: v.optional(v.picklist(['linear', 'relu'], oneOf(["'relu'"], "'linear'")), 'linear'),
      ...common,
    }),
    ({ filters, kernelSize, strides, padding, activation }, id) => ({
      id,
      kind: 'conv2d',
      filters,
      kernel: kernelSize,
      stride: strides,
      padding,
      activation,
    }),
  ),
  maxPooling2d: call(
    'maxPooling2d',
    'maxPool',
    v.strictObject({
      poolSize: v.optional(side, 2),
      strides: v.optional(side),
      padding: v.optional(padding, 'valid'),
      ...common,
    }),
    ({ poolSize, strides, padding }, id) => ({
      id,
      kind: 'maxPool',
      size: poolSize,
      stride: strides ?? poolSize,
      padding,
    }),
  ),
  flatten: call('flatten', 'flatten', v.strictObject(common), (_options, id) => ({
    id,
    kind: 'flatten',
  })),
  dense: call(
    'dense',
    'dense',
    v.strictObject({
      units: count,
      activation: v.optional(
        v.picklist(['linear', 'relu', 'softmax'], oneOf(["'relu'", "'softmax'"], "'linear'")),
        'linear',
      ),
      ...common,
    }),
    ({ units, activation }, id) => ({ id, kind: 'dense', units, activation }),
  ),
};

/** The functions of `tf.layers` that there are, each with the options it takes. */
export const LAYER_OPTIONS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(CALLS).map(([name, { options }]) => [name, options]),
);

/** The layer that `tf.layers[name](options)` makes, or a sentence on what is wrong with the call. */
export function readLayerCall(name: string, options: unknown): Result<MadeLayer> {
  const known = Object.hasOwn(CALLS, name) ? CALLS[name] : null;
  return known ? known.read(options) : fail(noSuchLayer(name, Object.keys(CALLS)));
}
