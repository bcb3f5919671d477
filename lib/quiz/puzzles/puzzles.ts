import { conv2, dense, flatten, output, pool2 } from './of-answers';
import { conv1, input, normalize, pool1 } from './of-images';
import type { PuzzleWriter } from './puzzle';

/** The puzzle that each lesson of the course begins with, by the id of its stage. */
export const PUZZLES: Readonly<Record<string, PuzzleWriter>> = {
  input,
  normalize,
  conv1,
  pool1,
  conv2,
  pool2,
  flatten,
  dense,
  output,
};
