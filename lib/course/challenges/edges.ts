/** The learner's kernel in the first convolution, run over two images with one edge each. */

import { type ChallengeProblem, right, type Verdict, wrong } from '@/lib/challenges/problem';
import { formatNumber, formatShape } from '@/lib/format/format';
import type { Weights } from '@/lib/kinds/types';
import { stageOf } from '@/lib/network/pipeline';
import type { StageTrace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { asMap, channelOf } from '@/lib/tensor/tensor';
import words from '@/words/problem-edges';
import { referencePipeline } from '../reference';

const { weights: conv1, input } = stageOf(referencePipeline, 'conv1');
const [height, width, channels] = asMap(input);
const [down = 1, across = 1] = conv1?.kernel?.shape ?? [];
/** Height and width of the kernel. */
export const SIDES = [down, across] as const;
/** The filter that the learner's kernel replaces. */
const FILTER = 0;
/** The bytes on the two sides of an edge. */
const [DARK, BRIGHT] = [40, 215];
/**
 * How many times stronger the response to a vertical edge must be than to a horizontal edge and to flat
 * areas.
 */
const CLEARLY = 4;
/** A smaller response counts as none. */
const LEAST = 0.2;

export const EDGES: ChallengeProblem = {
  id: 'edges',
  about: words.about(),
  text: words.text({ size: formatShape(SIDES), times: CLEARLY }),
  hints: [words.hint1(), words.hint2()],
};

const image = (isBright: (row: number, column: number) => boolean): Uint8Array =>
  Uint8Array.from({ length: height * width * channels }, (_, at) => {
    const place = Math.floor(at / channels);
    return isBright(Math.floor(place / width), place % width) ? BRIGHT : DARK;
  });

/** Dark on the left, bright on the right. */
export const VERTICAL = image((_, column) => column >= width / 2);
/** Dark above, bright below. */
export const HORIZONTAL = image((row) => row >= height / 2);

/**
 * The first convolution with one filter replaced: the same weights, row by row, for each colour, and no bias.
 */
export function withKernel(weights: WeightSet, kernel: readonly number[]): WeightSet {
  const { kernel: own, bias } = weights.conv1;
  if (!own || !bias) return {};
  const filters = bias.values.length;
  const values = own.values.slice();
  for (const [place, weight] of kernel.entries())
    for (let channel = 0; channel < channels; channel++)
      values[(place * channels + channel) * filters + FILTER] = weight / channels;
  const changed: Weights = {
    kernel: { shape: own.shape, values },
    bias: { shape: bias.shape, values: bias.values.with(FILTER, 0) },
  };
  return { conv1: changed };
}

/** The replaced filter's outputs before the ReLU, [rows, columns]. */
export const responseOf = ({ shape, values, before }: StageTrace): Float32Array =>
  channelOf({ shape, values: before ?? values }, FILTER);

const strongest = (plane: Float32Array): number =>
  plane.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** Rounded to two decimals, so that a rounding error of single precision reads as 0. */
const written = (value: number): string => formatNumber(Math.round(value * 100) / 100, 2);

/** Judges a kernel by its responses to {@link VERTICAL} and {@link HORIZONTAL}. */
export function checkEdges(
  kernel: readonly number[],
  toVertical: Float32Array,
  toHorizontal: Float32Array,
): Verdict {
  const [down, across] = [strongest(toVertical), strongest(toHorizontal)];
  // The last place is bright and far from the edge.
  const flat = Math.abs(toVertical[toVertical.length - 1]);
  const sum = kernel.reduce((all, weight) => all + weight, 0);
  const most = Math.max(down, across);
  if (most < LEAST) return wrong(words.tooWeak({ most: written(most) }));
  if (flat * CLEARLY > most) return wrong(words.flat({ flat: written(flat), sum: written(sum) }));
  const numbers = { down: written(down), across: written(across) };
  if (across > down) return wrong(words.horizontal(numbers));
  if (across * CLEARLY > down) return wrong(words.both(numbers));
  return right(words.right({ ...numbers, flat: written(flat) }));
}
