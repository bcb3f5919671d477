import type { Shape } from '@/lib/tensor/tensor';
import { code as activation } from './activation/code';
import { code as averagePool } from './average-pool/code';
import { code as batchNormalization } from './batch-normalization/code';
import { code as conv2d } from './conv2d/code';
import { code as dense } from './dense/code';
import { code as dropout } from './dropout/code';
import { code as flatten } from './flatten/code';
import { code as globalAveragePool } from './global-average-pool/code';
import { code as input } from './input/code';
import { code as maxPool } from './max-pool/code';
import { code as normalize } from './normalize/code';
import type { Layer, LayerCode, LayerKind, LayerOf, WriteCode } from './types';
import { code as zeroPadding } from './zero-padding/code';

const CODES: { readonly [K in LayerKind]: WriteCode<LayerOf<K>> } = {
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

const writerOf = <K extends LayerKind>(layer: LayerOf<K> & { readonly kind: K }): WriteCode<LayerOf<K>> =>
  CODES[layer.kind];

/** The line of code that creates this layer in each library. PyTorch puts channels first, the others last. */
export const codeOf = (layer: Layer, input: Shape): LayerCode => writerOf(layer)(layer, input);
