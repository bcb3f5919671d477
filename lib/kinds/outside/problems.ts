import type { Shape } from '@/lib/tensor/tensor';
import { problem as activation } from '../activation/problem';
import { problem as averagePool } from '../average-pool/problem';
import { problem as batchNormalization } from '../batch-normalization/problem';
import { problem as conv2d } from '../conv2d/problem';
import { problem as dense } from '../dense/problem';
import { problem as dropout } from '../dropout/problem';
import { problem as maxPool } from '../max-pool/problem';
import { problem as normalize } from '../normalize/problem';
import { mapsProblem } from '../parts/problems';
import type { FindProblem, Layer, LayerKind, LayerOf } from '../types';
import { problem as zeroPadding } from '../zero-padding/problem';

const needsMaps: FindProblem<Layer> = ({ id }, input) => mapsProblem(id, input);

const PROBLEMS: { readonly [K in LayerKind]: FindProblem<LayerOf<K>> } = {
  input: () => null,
  normalize,
  conv2d,
  maxPool,
  averagePool,
  globalAveragePool: needsMaps,
  activation,
  batchNormalization,
  dropout,
  zeroPadding,
  flatten: needsMaps,
  dense,
};

const finderOf = <K extends LayerKind>(layer: LayerOf<K> & { readonly kind: K }): FindProblem<LayerOf<K>> =>
  PROBLEMS[layer.kind];

/** Why a layer can't process this input, as one sentence naming the layer; null when it can. */
export const problemOf = (layer: Layer, input: Shape): string | null => finderOf(layer)(layer, input);
