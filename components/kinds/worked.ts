import type { ComponentType } from 'react';
import { WeightedSum } from '@/components/kinds/WeightedSum';
import type { WorkedProps } from '@/components/kinds/worked-props';
import type { LayerKind } from '@/lib/kinds/types';
import { FlattenWorked } from './flatten/Worked';
import { InputWorked } from './input/Worked';
import { PoolWorked } from './max-pool/Worked';
import { NormalizeWorked } from './normalize/Worked';

/** The arithmetic of one value in a line or two. */
export const WORKED: Readonly<Record<LayerKind, ComponentType<WorkedProps>>> = {
  input: InputWorked,
  normalize: NormalizeWorked,
  conv2d: WeightedSum,
  maxPool: PoolWorked,
  flatten: FlattenWorked,
  dense: WeightedSum,
};
