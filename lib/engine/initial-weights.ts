import { randomLcg } from 'd3-random';
import type { Layer, Weights } from '@/lib/layers/types';
import type { Pipeline } from '@/lib/pipeline/pipeline';
import type { WeightSet } from './protocol';

const product = (numbers: readonly number[]) => numbers.reduce((all, n) => all * n, 1);

/** How many inputs a unit sums over, and how many units an input reaches. */
function fans(shape: readonly number[]): { readonly in: number; readonly out: number } {
  const window = product(shape.slice(0, -2));
  const [from, to] = shape.slice(-2);
  return { in: window * from, out: window * to };
}

/**
 * Half the width of the range that a kernel's first values are drawn from.
 * Before a ReLU, sqrt(6 / fan-in) (He et al. 2015, arXiv:1502.01852), which keeps the spread of the values when half
 * of them are cut to 0; else sqrt(6 / (fan-in + fan-out)) (Glorot and Bengio 2010), what Keras takes for all layers.
 */
export function initialLimit(layer: Layer, shape: readonly number[]): number {
  const fan = fans(shape);
  const relu = 'activation' in layer && layer.activation === 'relu';
  return Math.sqrt(relu ? 6 / fan.in : 6 / (fan.in + fan.out));
}

/**
 * The weights that a run begins with: kernels uniform within {@link initialLimit}, biases 0.
 * Drawn in JavaScript, layer after layer from one stream, so that a seed means the same network on every backend.
 */
export function initialWeights(pipeline: Pipeline, seed: number): WeightSet {
  const random = randomLcg(seed);
  const set: Record<string, Weights> = {};
  for (const { id, layer, weights } of pipeline.stages) {
    if (!weights) continue;
    const limit = initialLimit(layer, weights.kernel);
    const kernel = new Float32Array(product(weights.kernel));
    for (let at = 0; at < kernel.length; at++) kernel[at] = (2 * random() - 1) * limit;
    set[id] = {
      kernel: { shape: weights.kernel, values: kernel },
      bias: { shape: weights.bias, values: new Float32Array(product(weights.bias)) },
    };
  }
  return set;
}
