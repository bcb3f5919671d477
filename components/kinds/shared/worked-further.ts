import type { ComponentType } from 'react';
import type { LayerKind } from '@/lib/kinds/types';
import { ActivationWorked } from '../activation/Worked';
import { AveragePoolWorked } from '../average-pool/Worked';
import { BatchNormalizationWorked } from '../batch-normalization/Worked';
import { DropoutWorked } from '../dropout/Worked';
import { GlobalAveragePoolWorked } from '../global-average-pool/Worked';
import type { WorkedProps } from '../worked-props';
import { ZeroPaddingWorked } from '../zero-padding/Worked';

/** The worked examples of kinds that a first visit has no layer of; they are loaded together. */
export const FURTHER_WORKED = {
  averagePool: AveragePoolWorked,
  globalAveragePool: GlobalAveragePoolWorked,
  activation: ActivationWorked,
  batchNormalization: BatchNormalizationWorked,
  dropout: DropoutWorked,
  zeroPadding: ZeroPaddingWorked,
} satisfies Partial<Record<LayerKind, ComponentType<WorkedProps>>>;
