import { randomLcg, randomNormal } from 'd3-random';
import { hasRelu } from '@/lib/kinds/parts/relu';
import { entriesOf, numbersIn } from '@/lib/kinds/parts/weights';
import type { Layer, Weights } from '@/lib/kinds/types';
import type { Pipeline } from './pipeline';
import type { Initialisation } from './settings';
import type { WeightSet } from './weights';

/** How many inputs a unit sums over, and how many units an input reaches. */
export function fans(shape: readonly number[]): { readonly in: number; readonly out: number } {
  const window = numbersIn(shape.slice(0, -2));
  const [from, to] = shape.slice(-2);
  return { in: window * from, out: window * to };
}

/** The standard deviation of `normal`: common before the fans were taken into account. */
const SMALL = 0.01;

/**
 * Half the width of the range of a kernel's initial values. Before a ReLU sqrt(6 / fan-in) (He et al. 2015,
 * arXiv:1502.01852), which preserves the spread of the values when half of them are cut to 0; otherwise
 * sqrt(6 / (fan-in + fan-out)) (Glorot and Bengio 2010), which Keras uses for all layers. `glorot` uses the
 * latter for all layers.
 */
export function initialLimit(layer: Layer, shape: readonly number[], scheme: Initialisation = 'he'): number {
  const fan = fans(shape);
  const relu = scheme === 'he' && hasRelu(layer);
  return Math.sqrt(relu ? 6 / fan.in : 6 / (fan.in + fan.out));
}

/** Draws the values of a kernel one after another. */
function drawer(
  layer: Layer,
  shape: readonly number[],
  scheme: Initialisation,
  random: () => number,
): () => number {
  if (scheme === 'zeros') return () => 0;
  if (scheme === 'normal') return randomNormal.source(random)(0, SMALL);
  const limit = initialLimit(layer, shape, scheme);
  return () => (2 * random() - 1) * limit;
}

/**
 * The initial weights of a run: kernels uniform within {@link initialLimit}, or as the scheme says; the
 * others with the initial values of their kind, biases 0. Drawn in JavaScript, layer after layer from one
 * stream, so that a seed means the same network on every backend.
 */
export function initialWeights(pipeline: Pipeline, seed: number, scheme: Initialisation = 'he'): WeightSet {
  const random = randomLcg(seed);
  const set: Record<string, Weights> = {};
  for (const { id, layer, weights } of pipeline.stages) {
    if (!weights) continue;
    set[id] = Object.fromEntries(
      entriesOf(weights).map(([name, { shape, initial }]) => {
        const values = new Float32Array(numbersIn(shape));
        const begun =
          initial === 'drawn' ? values.map(drawer(layer, shape, scheme, random)) : values.fill(initial);
        return [name, { shape, values: begun }];
      }),
    );
  }
  return set;
}
