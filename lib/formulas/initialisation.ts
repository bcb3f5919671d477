import { hasRelu } from '@/lib/kinds/parts/relu';
import { fans, initialLimit, initialWeights } from '@/lib/network/initial-weights';
import type { Pipeline } from '@/lib/network/pipeline';
import type { WeightSet } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/formulas';
import type { Part, Reading } from './reading';

/** The spread of a layer's initial weights, by the formula and measured. */
export interface Spread {
  readonly stage: string;
  readonly fanIn: number;
  readonly fanOut: number;
  /** Whether He’s formula applies; otherwise Glorot’s. */
  readonly he: boolean;
  /** Standard deviation by the formula. */
  readonly wanted: number;
  /** Standard deviation of the numbers that were drawn. */
  readonly drawn: number;
}

/** The standard deviation about the mean, over all values. */
export function deviation(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at];
  const mean = sum / values.length;
  let squares = 0;
  for (let at = 0; at < values.length; at++) squares += (values[at] - mean) ** 2;
  return Math.sqrt(squares / values.length);
}

/** Draws the initial weights of a seed, as a run with this seed does, and measures each layer’s. */
export function initialSpreads(pipeline: Pipeline, seed: number): readonly Spread[] {
  const drawn = initialWeights(pipeline, seed);
  return pipeline.stages.flatMap(({ id, layer, weights }): Spread[] => {
    if (!weights?.kernel) return [];
    const { shape } = weights.kernel;
    const fan = fans(shape);
    return [
      {
        stage: id,
        fanIn: fan.in,
        fanOut: fan.out,
        he: hasRelu(layer),
        // A uniform distribution from -l to l has the standard deviation l / sqrt(3).
        wanted: initialLimit(layer, shape) / Math.sqrt(3),
        drawn: deviation(drawn[id].kernel?.values ?? []),
      },
    ];
  });
}

/**
 * The formula’s spread beside the measured one, for all layers; `chosen` is the one that the symbols show.
 */
export function initialisation(
  spreads: readonly Spread[],
  weights: WeightSet,
  chosen: string | null,
  seed: number,
): Result<Reading> {
  if (spreads.length === 0) return fail(words.networkWithout());
  const marked = Math.max(
    0,
    spreads.findIndex(({ stage }) => stage === chosen),
  );
  const now = spreads.map(({ stage }) => deviation(weights[stage]?.kernel?.values ?? []));
  const column = (symbol: string, title: string, values: readonly number[], named = false): Part => ({
    symbol,
    title,
    values: Float32Array.from(values),
    columns: 1,
    marked,
    ...(named && { rowNames: spreads.map(({ stage }) => stage) }),
  });
  const own = spreads[marked];
  return ok({
    about: words.initial({ stage: own.stage, kind: own.he ? 'he' : 'glorot', seed }),
    values: {
      n: own.fanIn,
      o: own.fanOut,
      s: own.wanted,
      l: own.wanted * Math.sqrt(3),
      d: own.drawn,
      t: now[marked],
    },
    parts: [
      column(
        'n',
        words.fanIn(),
        spreads.map((one) => one.fanIn),
        true,
      ),
      column(
        'o',
        words.fanOut(),
        spreads.map((one) => one.fanOut),
      ),
      column(
        's',
        words.wanted(),
        spreads.map((one) => one.wanted),
      ),
      column(
        'l',
        words.limit(),
        spreads.map((one) => one.wanted * Math.sqrt(3)),
      ),
      column(
        'd',
        words.drawn(),
        spreads.map((one) => one.drawn),
      ),
      column('t', words.now(), now),
    ],
  });
}
