/** The layers that code in “Try it” may make. */
import { ALL_CALLS } from '@/lib/kinds/calls';
import { fail, type Result } from '@/lib/result';
import type { MadeLayer } from '../kinds/parts/layer-call';
import { noSuchLayer } from './words';

const CALLS = new Map(ALL_CALLS.map((call) => [call.name, call]));

/** The functions of `tf.layers` that there are, each with the options it takes. */
export const LAYER_OPTIONS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [...CALLS].map(([name, { options }]) => [name, options]),
);

/** The layer that `tf.layers[name](options)` makes, or a sentence on what is wrong with the call. */
export const readLayerCall = (name: string, options: unknown): Result<MadeLayer> =>
  CALLS.get(name)?.read(options) ?? fail(noSuchLayer(name, [...CALLS.keys()]));
