import type * as tf from '@tensorflow/tfjs-core';
import type { Layer } from '@/lib/kinds/types';
import type { Stage } from '@/lib/network/pipeline';
import { applyLayer, type LayerOutput, type LayerTensors, type Measured } from './forward';

/** Layers compute as they do while they are trained. */
export interface TrainingMode {
  /** The share that a layer of dropout before the last one sets to 0, though the network has none; 0 for no such layer. */
  readonly dropout: number;
  /** The random numbers of a step from its beginning: however often its batch walks through, it draws the same. */
  readonly stream: () => () => number;
  /** Hears what a layer measured of its batch; the tensors are to be disposed of. */
  readonly measured?: (stage: string, values: Measured) => void;
}
export type Mode = 'inference' | TrainingMode;

/** What walks, through what, and who watches. */
export interface Walk {
  /** One after the other; the first is given the batch. */
  readonly stages: readonly Stage[];
  readonly parametersOf: (stage: string) => LayerTensors | undefined;
  readonly mode: Mode;
  /** What is added to a stage's sums, besides its own parameters: zeros, to learn the gradient to the sums. */
  readonly addedTo?: (stage: string) => tf.Tensor | undefined;
  /** Sees what a stage is given and what it answers. */
  readonly visit?: (stage: Stage, input: tf.Tensor, answer: LayerOutput) => void;
}

/**
 * Sends a batch, [images, ...shape], through stages, one after the other, and answers what the last one does. To be
 * called within `tf.tidy`.
 * @throws Error when a layer lacks parameters.
 */
export function walk({ stages, parametersOf, mode, addedTo, visit }: Walk, batch: tf.Tensor): LayerOutput {
  const training = mode === 'inference' ? null : mode;
  const random = training?.stream() ?? null;
  const extra = training && training.dropout > 0 ? dropoutOf(training.dropout) : null;
  let last: LayerOutput = { output: batch };
  for (const [at, stage] of stages.entries()) {
    if (extra && at === stages.length - 1) last = applyLayer(extra, last.output, { random });
    const input = last.output;
    last = applyLayer(stage.layer, input, {
      parameters: parametersOf(stage.id),
      random,
      added: addedTo?.(stage.id),
      measured: (values) => training?.measured?.(stage.id, values),
    });
    visit?.(stage, input, last);
  }
  return last;
}

const dropoutOf = (share: number): Layer => ({ id: 'dropout', kind: 'dropout', share });
