import type * as tf from '@tensorflow/tfjs-core';
import type { Layer, LayerKind, LayerOf } from '@/lib/kinds/types';
import { activation } from './activation';
import { averagePool } from './average-pool';
import { batchNormalization } from './batch-normalization';
import { conv2d } from './conv2d';
import { dense } from './dense';
import { dropout } from './dropout';
import { flatten } from './flatten';
import { globalAveragePool } from './global-average-pool';
import { input } from './input';
import { maxPool } from './max-pool';
import { normalize } from './normalize';
import type { Around, EngineRules, LayerOutput } from './types';
import { zeroPadding } from './zero-padding';

const ENGINE_RULES: { readonly [K in LayerKind]: EngineRules<LayerOf<K>> } = {
  input,
  normalize,
  conv2d,
  maxPool,
  averagePool,
  globalAveragePool,
  activation,
  batchNormalization,
  dropout,
  zeroPadding,
  flatten,
  dense,
};

const engineRulesOf = <K extends LayerKind>(
  layer: LayerOf<K> & { readonly kind: K },
): EngineRules<LayerOf<K>> => ENGINE_RULES[layer.kind];

/**
 * One layer on a batch, [images, ...shape], NHWC.
 * @throws Error when a layer lacks a parameter.
 */
export const applyLayer = (layer: Layer, batch: tf.Tensor, around: Around): LayerOutput =>
  engineRulesOf(layer).forward(layer, batch, around);

/** The output of the layer after one, in one pass with it, without a gradient; null where they have none. */
export const applyBoth = (layer: Layer, next: Layer, batch: tf.Tensor, around: Around): tf.Tensor | null =>
  engineRulesOf(layer).withNext?.(layer, next, batch, around) ?? null;

/** Whether each output of a layer is the largest of some of its inputs. */
export const passesLargest = (layer: Layer): boolean => engineRulesOf(layer).passesLargest ?? false;

/** Registers the training kernels of all kinds. */
export function registerKindsKernels(): void {
  for (const { kernels } of Object.values(ENGINE_RULES)) for (const register of kernels) register();
}
