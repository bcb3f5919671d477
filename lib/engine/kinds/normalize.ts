import * as tf from '@tensorflow/tfjs-core';
import type { NormalizeLayer } from '@/lib/kinds/types';
import type { EngineRules } from './types';

/** Each channel less its mean, over its deviation, where there are any. */
function standardized({ means, deviations }: NormalizeLayer, divided: tf.Tensor): tf.Tensor {
  const moved = means ? tf.sub(divided, means) : divided;
  return deviations ? tf.div(moved, deviations) : moved;
}

export const normalize: EngineRules<NormalizeLayer> = {
  kernels: [],
  forward: (layer, input) => ({ output: standardized(layer, tf.div(input, layer.divisor)) }),
};
