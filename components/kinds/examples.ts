import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { again } from '@/components/parts/again';
import type { LayerKind } from '@/lib/kinds/types';
import type { WorkedProps } from './worked-props';

type Worked = ComponentType<WorkedProps>;
const fetched = (load: () => Promise<Worked>): LazyExoticComponent<Worked> => lazy(again(load));

const weighted = fetched(() => import('./WeightedSum').then((module) => module.WeightedSum));

/** The same as in {@link WorkedSum}, each fetched by itself: a lesson shows one kind. */
export const EXAMPLES: Readonly<Record<LayerKind, LazyExoticComponent<Worked>>> = {
  input: fetched(() => import('./input/Worked').then((module) => module.InputWorked)),
  normalize: fetched(() => import('./normalize/Worked').then((module) => module.NormalizeWorked)),
  conv2d: weighted,
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
  dense: weighted,
};
