/**
 * How code in “Try it” creates a layer: with the names and options of TensorFlow.js, as far as the engine
 * supports them.
 */
import * as v from 'valibot';
import { fail, ok, type Result } from '@/lib/result';
import type { Layer, LayerKind, Padding, Sides } from '../types';
import {
  CELLS,
  COUNT,
  missingOption,
  NAME,
  noOptions,
  oneOf,
  POSITIVE,
  SHAPE,
  SHARE,
  SIDES,
  SLOPE,
  STRIDE,
  STRIDE_OF_OBLONG,
  unknownOption,
  wrongOption,
  YES_OR_NO,
} from './layer-call-words';
import { asSides, sidesOf } from './sides';

/** A created layer, without a name unless the code set one. */
export interface MadeLayer {
  readonly name: string | null;
  /** The shape of the images, where this layer's options specify it. */
  readonly inputShape: readonly number[] | null;
  readonly kind: LayerKind;
  build(id: string): Layer;
}

export interface LayerCall {
  /** The function of `tf.layers`. */
  readonly name: string;
  readonly options: readonly string[];
  read(argument: unknown): Result<MadeLayer>;
}

interface Common {
  readonly name?: string | undefined;
  readonly inputShape?: number[] | undefined;
}

export const count = v.pipe(v.number(COUNT), v.integer(COUNT), v.minValue(1, COUNT));
const pair = v.strictTuple([count, count]);
/** The sides of a window, as 3 or as [2, 3]: height, then width. */
export const sides = v.union(
  [
    count,
    v.pipe(
      pair,
      v.transform(([height, width]) => asSides(height, width)),
    ),
  ],
  SIDES,
);
/** The stride of a window, the same down and across: 2 or [2, 2]. */
export const stride = v.union(
  [
    count,
    v.pipe(
      pair,
      v.check(([down, across]) => down === across),
      v.transform(([down]) => down),
    ),
  ],
  STRIDE,
);
export const yesOrNo = v.boolean(YES_OR_NO);
/** A probability below 1. */
export const share = v.pipe(v.number(SHARE), v.minValue(0, SHARE), v.ltValue(1, SHARE));
export const slope = v.pipe(v.number(SLOPE), v.minValue(0, SLOPE), v.finite(SLOPE));
export const positive = v.pipe(v.number(POSITIVE), v.gtValue(0, POSITIVE), v.finite(POSITIVE));
const width = v.pipe(v.number(CELLS), v.integer(CELLS), v.minValue(0, CELLS), v.maxValue(64, CELLS));
type Margins = readonly [top: number, bottom: number, left: number, right: number];
/** Cells around a map, top, bottom, left and right: as 1, as [1, 2] for both axes, or as [[1, 1], [2, 2]]. */
export const cells = v.union(
  [
    v.pipe(
      width,
      v.transform((n): Margins => [n, n, n, n]),
    ),
    v.pipe(
      v.strictTuple([width, width]),
      v.transform(([rows, columns]): Margins => [rows, rows, columns, columns]),
    ),
    v.pipe(
      v.strictTuple([v.strictTuple([width, width]), v.strictTuple([width, width])]),
      v.transform(([[top, bottom], [left, right]]): Margins => [top, bottom, left, right]),
    ),
  ],
  CELLS,
);
export const padding = v.picklist(['valid', 'same'], oneOf(["'valid'"], "'same'"));
export const common = {
  name: v.optional(v.pipe(v.string(NAME), v.regex(/^[\w-]{1,32}$/, NAME))),
  inputShape: v.optional(v.pipe(v.array(count, SHAPE), v.length(3, SHAPE))),
};

/** One error in the options, as a sentence. A misspelt option comes first: it may be the missing one. */
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

/** The call of `tf.layers[name]`, which creates a layer of a kind from its options. */
export function call<Options extends Common>(
  name: string,
  kind: LayerKind,
  schema: v.GenericSchema<unknown, Options> & { readonly entries: Readonly<Record<string, unknown>> },
  build: (options: Options, id: string) => Layer,
): LayerCall {
  const options = Object.keys(schema.entries);
  return {
    name,
    options,
    read(argument) {
      const read = v.safeParse(schema, argument);
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

const pooling = v.pipe(
  v.strictObject({
    poolSize: v.optional(sides, 2),
    strides: v.optional(stride),
    padding: v.optional(padding, 'valid'),
    ...common,
  }),
  // TensorFlow.js would use the window's sides as strides, different ones down and across.
  v.forward(
    v.partialCheck(
      [['poolSize'], ['strides']],
      ({ poolSize, strides }) => typeof poolSize === 'number' || strides !== undefined,
      STRIDE_OF_OBLONG,
    ),
    ['strides'],
  ),
);

/** The parsed options of a pooling. */
interface Pooling {
  readonly size: Sides;
  readonly stride: number;
  readonly padding: Padding;
}

/** The call of a pooling layer; without `strides` a square window's stride is its side. */
export const poolingCall = (name: string, kind: LayerKind, build: (id: string, pooling: Pooling) => Layer) =>
  call(name, kind, pooling, ({ poolSize, strides, padding: edge }, id) =>
    build(id, { size: poolSize, stride: strides ?? sidesOf(poolSize)[0], padding: edge }),
  );
