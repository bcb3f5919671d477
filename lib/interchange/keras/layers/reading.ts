/** What the readers of Keras's layers have in common. */
import * as v from 'valibot';
import { count } from '@/lib/kinds/parts/schema-parts';
import { asSides } from '@/lib/kinds/parts/sides';
import type { Layer, ParameterName, Sides } from '@/lib/kinds/types';
import { fail, ok, type Result } from '@/lib/result';
import type { Shape } from '@/lib/tensor/tensor';
import words from '@/words/interchange';
import { type KerasLayer, spotOf } from '../layer';

/** A layer that gets its name later. */
export type Unnamed = Layer extends infer One ? (One extends Layer ? Omit<One, 'id'> : never) : never;

/** What a layer of Keras is here: one layer or two, or none where it changes nothing. */
export interface Reading {
  /** The first has the weights, where there are any. */
  readonly layers: readonly Unnamed[];
  /** Parameters that the file has none of: gamma is 1 then, beta 0. */
  readonly absent?: readonly ParameterName[];
  /** It works in training alone, and is left out here. */
  readonly inTraining?: true;
}

/** Reads a layer whose input has this shape. */
export type LayerReader = (layer: KerasLayer, input: Shape) => Result<Reading>;

export const read = (...layers: readonly Unnamed[]): Result<Reading> => ok({ layers });

/** The layer, or a sentence where what it is set to can't be computed here. */
export const refuse = (layer: KerasLayer, setting: string, value: unknown, supported: string) =>
  fail(words.setting({ ...spotOf(layer), setting, value: shortly(value), supported }));

const shortly = (value: unknown): string => (JSON.stringify(value) ?? 'undefined').slice(0, 80);

/** The settings of a layer, as its kind has them. */
export function settings<Output>(
  schema: v.GenericSchema<unknown, Output>,
  layer: KerasLayer,
): Result<Output> {
  const found = v.safeParse(schema, layer.config);
  if (found.success) return ok(found.output);
  return fail(words.badLayer(spotOf(layer)), v.summarize(found.issues));
}

/** Two numbers, for height and width, or one for both. */
export const pair = v.union([
  v.pipe(
    count,
    v.transform((n): readonly [number, number] => [n, n]),
  ),
  v.strictTuple([count, count]),
]);
type Pair = readonly [height: number, width: number];

/** What layers with windows are set to besides the window. */
export const slidingEntries = {
  strides: v.nullish(pair),
  padding: v.optional(v.string(), 'valid'),
  data_format: v.nullish(v.string()),
};
interface SlidingSettings {
  readonly strides?: Pair | null | undefined;
  readonly padding: string;
  readonly data_format?: string | null | undefined;
}

const PADDING = v.picklist(['valid', 'same']);

/** The order of axes, which must be Keras's own; null says nothing against it. */
export const channelsProblem = (layer: KerasLayer, format: string | null | undefined) =>
  format && format !== 'channels_last' ? refuse(layer, 'data_format', format, '"channels_last"') : null;

/** How a window slides, where it does so in a way that is computed here. */
export function slidingOf(
  layer: KerasLayer,
  { strides, padding, data_format }: SlidingSettings,
  unlessSaid: Pair,
): Result<{ readonly stride: number; readonly padding: 'valid' | 'same' }> {
  const [down, across] = strides ?? unlessSaid;
  if (down !== across) return refuse(layer, 'strides', [down, across], words.equalAxes());
  if (!v.is(PADDING, padding)) return refuse(layer, 'padding', padding, '"valid", "same"');
  return channelsProblem(layer, data_format) ?? ok({ stride: down, padding });
}

export const sides = ([height, width]: Pair): Sides => asSides(height, width);
