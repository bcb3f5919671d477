import type { ComponentType } from 'react';
import type { LayerKind } from '@/lib/kinds/types';
import { ActivationWorked } from './activation/Worked';
import { AveragePoolWorked } from './average-pool/Worked';
import { BatchNormalizationWorked } from './batch-normalization/Worked';
import { DropoutWorked } from './dropout/Worked';
import { FlattenWorked } from './flatten/Worked';
import { GlobalAveragePoolWorked } from './global-average-pool/Worked';
import { InputWorked } from './input/Worked';
import { PoolWorked } from './max-pool/Worked';
import { NormalizeWorked } from './normalize/Worked';
import { WeightedSum } from './WeightedSum';
import type { WorkedProps } from './worked-props';
import { ZeroPaddingWorked } from './zero-padding/Worked';

const WORKED: Readonly<Record<LayerKind, ComponentType<WorkedProps>>> = {
  input: InputWorked,
  normalize: NormalizeWorked,
  conv2d: WeightedSum,
  maxPool: PoolWorked,
  averagePool: AveragePoolWorked,
  globalAveragePool: GlobalAveragePoolWorked,
  activation: ActivationWorked,
  batchNormalization: BatchNormalizationWorked,
  dropout: DropoutWorked,
  zeroPadding: ZeroPaddingWorked,
  flatten: FlattenWorked,
  dense: WeightedSum,
};

/** The arithmetic of one value on one or two lines, by kind of layer. */
export function WorkedSum(props: WorkedProps) {
  const Worked = WORKED[props.stage.layer.kind];
  return <Worked {...props} />;
}
