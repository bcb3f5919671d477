import { type ComponentType, lazy, Suspense } from 'react';
import { again } from '@/components/parts/again';
import type { LayerKind } from '@/lib/kinds/types';
import { WeightedSum } from './WeightedSum';
import type { WorkedProps } from './worked-props';

type Worked = ComponentType<WorkedProps>;

/** Loaded where a value of its kind is explained. */
const fetched = (load: () => Promise<Worked>): Worked => lazy(again<WorkedProps>(load));

const WORKED: Readonly<Record<LayerKind, Worked>> = {
  input: fetched(() => import('./input/Worked').then((module) => module.InputWorked)),
  normalize: fetched(() => import('./normalize/Worked').then((module) => module.NormalizeWorked)),
  conv2d: WeightedSum,
  maxPool: fetched(() => import('./max-pool/Worked').then((module) => module.PoolWorked)),
  averagePool: fetched(() => import('./average-pool/Worked').then((module) => module.AveragePoolWorked)),
  globalAveragePool: fetched(() =>
    import('./global-average-pool/Worked').then((module) => module.GlobalAveragePoolWorked),
  ),
  activation: fetched(() => import('./activation/Worked').then((module) => module.ActivationWorked)),
  batchNormalization: fetched(() =>
    import('./batch-normalization/Worked').then((module) => module.BatchNormalizationWorked),
  ),
  dropout: fetched(() => import('./dropout/Worked').then((module) => module.DropoutWorked)),
  zeroPadding: fetched(() => import('./zero-padding/Worked').then((module) => module.ZeroPaddingWorked)),
  flatten: fetched(() => import('./flatten/Worked').then((module) => module.FlattenWorked)),
  dense: WeightedSum,
};

/** The arithmetic of one value on one or two lines, by kind of layer. */
export function WorkedSum(props: WorkedProps) {
  const Worked = WORKED[props.stage.layer.kind];
  return (
    <Suspense fallback={null}>
      <Worked {...props} />
    </Suspense>
  );
}
