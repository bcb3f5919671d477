/** The building blocks of questions about made-up layers: each draw has different numbers. */
import { range } from 'd3-array';
import { randomInt } from 'd3-random';
import { formatShort } from '@/lib/format/format';
import type { Layer, Weights } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { Pipeline } from '@/lib/network/pipeline';
import { must } from '@/lib/result';
import type { MapShape } from '@/lib/tensor/tensor';
import words from '@/words/bank-made-up';
import { choice } from './options';
import type { Draft, Random } from './question';

/** A wrong result, and the misconception that leads to it. */
export type Slip = readonly [value: number, because: string];

export const oneOf = <T>(list: readonly T[], random: Random): T =>
  list[randomInt.source(random)(list.length)()];

/** A whole number from `least` to `most`. */
export const whole = (least: number, most: number, random: Random): number =>
  randomInt.source(random)(least, most + 1)();

/** `count` values out of a list, without repetition. */
export function several<T>(list: readonly T[], count: number, random: Random): T[] {
  const left = [...list];
  return Array.from({ length: count }, () => left.splice(whole(0, left.length - 1, random), 1)[0]);
}

/** Numbers that are easy to calculate with and exact in single precision. */
export const EASY = [-2, -1.5, -1, -0.5, 0.5, 1, 1.5, 2, 3] as const;

/** A negative number in brackets, so that it can follow an operator. */
export const factor = (value: number): string => (value < 0 ? `(${formatShort(value)})` : formatShort(value));

/** "2 × 0.5 + 1 × (−1)". */
export const products = (values: readonly number[], weights: readonly number[]): string =>
  values.map((value, at) => `${formatShort(value)} × ${factor(weights[at])}`).join(' + ');

/** Numbers as a list: "1, 1.5, 2". */
export const listed = (numbers: readonly number[], format = formatShort): string =>
  numbers.map(format).join(words.between());

/** The rows of a map in a question's text: "1 2 3 / 4 5 6". */
export const rowsOf = (values: readonly number[], width: number): string =>
  range(0, values.length, width)
    .map((at) =>
      values
        .slice(at, at + width)
        .map(formatShort)
        .join(' '),
    )
    .join(' / ');

/** A map of 4 x 4 different whole numbers, its rows as text, and a value of its 2 x 2 pooled map. */
export function smallMap(random: Random) {
  const values = several(range(1, 40), 16, random);
  const input = { shape: [4, 4, 1] as const, values: Float32Array.from(values) };
  const [row, column] = [whole(0, 1, random), whole(0, 1, random)];
  return { values, rows: rowsOf(values, 4), input, row, column };
}

/**
 * A question with a number as its answer: the right one and those of the misconceptions, all formatted in the
 * same way.
 */
export function forNumber(
  text: string,
  format: (value: number) => string,
  right: number,
  because: string,
  slips: readonly Slip[],
): Draft {
  return {
    text,
    right: choice(format(right), because),
    wrong: slips.flatMap(([value, why]) => (Number.isFinite(value) ? [choice(format(value), why)] : [])),
  };
}

/** The weights of a made-up layer. */
export const weightsOf = (
  shape: readonly number[],
  kernel: readonly number[],
  bias: readonly number[],
): Weights => ({
  kernel: { shape, values: Float32Array.from(kernel) },
  bias: { shape: [bias.length], values: Float32Array.from(bias) },
});

/** A small network of two classes on images of this shape, from valid layers. */
export function network(input: MapShape, layers: readonly Layer[]): Pipeline {
  const architecture: Architecture = {
    name: 'made up',
    input,
    classes: ['yes', 'no'],
    layers: [
      { id: 'input', kind: 'input' },
      ...layers,
      { id: 'flatten', kind: 'flatten' },
      { id: 'output', kind: 'dense', units: 2, activation: 'softmax' },
    ],
  };
  return must(buildPipeline(architecture));
}
