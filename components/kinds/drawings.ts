import type { ComponentType } from 'react';
import type { DrawingProps } from '@/components/kinds/drawing-props';
import type { LayerKind } from '@/lib/kinds/types';
import { ConvDrawing } from './conv2d/Drawing';
import { DenseDrawing } from './dense/Drawing';
import { PoolDrawing } from './max-pool/Drawing';

/** The inspector's drawings of a value besides the map that it reads: beside that map, or below it. */
interface Drawings {
  readonly Beside?: ComponentType<DrawingProps>;
  readonly Below?: ComponentType<DrawingProps>;
}

export const DRAWINGS: Readonly<Record<LayerKind, Drawings>> = {
  input: {},
  normalize: {},
  conv2d: { Below: ConvDrawing },
  maxPool: { Below: PoolDrawing },
  averagePool: { Below: PoolDrawing },
  globalAveragePool: {},
  activation: {},
  batchNormalization: {},
  dropout: {},
  zeroPadding: {},
  flatten: {},
  dense: { Beside: DenseDrawing },
};
