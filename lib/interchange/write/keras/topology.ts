/** A network as Keras describes a sequential model. */

import { exportOf } from '@/lib/kinds/outside/exports';
import { entriesOf } from '@/lib/kinds/parts/weights';
import type { Parameter } from '@/lib/kinds/types';
import type { Stage } from '@/lib/network/pipeline';
import { KERAS_NAME } from '../../keras/weights';
import type { WrittenNetwork } from '../network';

/** A layer as a configuration lists it. */
export interface KerasDescription {
  readonly className: string;
  /** Its settings, with its name among them. */
  readonly config: Readonly<Record<string, unknown>>;
}

/** Keras takes paths apart at a slash. */
const nameOf = (id: string): string => id.replaceAll('/', '-');

/** All layers in order, as Keras 3 sets them. */
export function kerasLayers({ pipeline }: Pick<WrittenNetwork, 'pipeline'>): readonly KerasDescription[] {
  return pipeline.stages.map(({ layer, input }) => {
    const { className, config } = exportOf(layer).keras(layer, input);
    return { className, config: { name: nameOf(layer.id), trainable: true, dtype: 'float32', ...config } };
  });
}

/** A stage's parameters in the order in which Keras keeps them, with its names for them. */
export function kerasWeights(
  { id }: Stage,
  { weights }: Pick<WrittenNetwork, 'weights'>,
): readonly (readonly [name: string, parameter: Parameter])[] {
  return entriesOf(weights[id] ?? {}).map(([name, parameter]) => [KERAS_NAME[name], parameter] as const);
}
