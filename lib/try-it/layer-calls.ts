/** The layers that code in “Try it” may create. */
import { ALL_CALLS } from '@/lib/kinds/outside/calls';
import { fail, type Result } from '@/lib/result';
import type { MadeLayer } from '../kinds/parts/layer-call';
import { noSuchLayer } from './words';

const CALLS = new Map(ALL_CALLS.map((call) => [call.name, call]));

/** The supported functions of `tf.layers`, each with its options. */
export const LAYER_OPTIONS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [...CALLS].map(([name, { options }]) => [name, options]),
);

/** The layer that `tf.layers[name](options)` creates, or a sentence on what is wrong with the call. */
export const readLayerCall = (name: string, options: unknown): Result<MadeLayer> =>
  CALLS.get(name)?.read(options) ?? fail(noSuchLayer(name, [...CALLS.keys()]));
