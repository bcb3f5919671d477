import { type ComponentType, lazy, Suspense } from 'react';
import { again } from '@/components/parts/again';
import type { LayerKind } from '@/lib/kinds/types';
import { FlattenWorked } from './flatten/Worked';
import { InputWorked } from './input/Worked';
import { PoolWorked } from './max-pool/Worked';
import { NormalizeWorked } from './normalize/Worked';
import type { FURTHER_WORKED } from './shared/worked-further';
import { WeightedSum } from './WeightedSum';
import type { WorkedProps } from './worked-props';

const further = (kind: keyof typeof FURTHER_WORKED): ComponentType<WorkedProps> =>
  lazy(
    again<WorkedProps>(() => import('./shared/worked-further').then((module) => module.FURTHER_WORKED[kind])),
  );

const WORKED: Readonly<Record<LayerKind, ComponentType<WorkedProps>>> = {
  input: InputWorked,
  normalize: NormalizeWorked,
  conv2d: WeightedSum,
  maxPool: PoolWorked,
  averagePool: further('averagePool'),
  globalAveragePool: further('globalAveragePool'),
  activation: further('activation'),
  batchNormalization: further('batchNormalization'),
  dropout: further('dropout'),
  zeroPadding: further('zeroPadding'),
  flatten: FlattenWorked,
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
