/** What the layers on maps share: a batch of maps is [images, height, width, channels]. */
import type * as tf from '@tensorflow/tfjs-core';
import { sidesOf } from '@/lib/kinds/parts/sides';
import type { Sides } from '@/lib/kinds/types';

const hasRank4 = (tensor: tf.Tensor): tensor is tf.Tensor4D => tensor.rank === 4;

/** A tensor as a batch of maps, or a kernel. @throws Error when it hasn't four axes. */
export function maps(tensor: tf.Tensor): tf.Tensor4D {
  if (!hasRank4(tensor)) throw new Error(`maps have four axes, not ${tensor.rank}`);
  return tensor;
}

/** Height and width in the form of the library. */
export function pair(size: Sides): [height: number, width: number] {
  const [height, width] = sidesOf(size);
  return [height, width];
}

type Ends = [before: number, after: number];

/** Padding in the form of the library: none, or cells on each side of each axis. */
export type Pad = 'valid' | [Ends, Ends, Ends, Ends];

/** Cells around each map, in the form of the library. */
export const paddingOf = (rows: Ends, columns: Ends): Exclude<Pad, string> => [[0, 0], rows, columns, [0, 0]];
