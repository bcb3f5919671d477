import type * as tf from '@tensorflow/tfjs-core';
import type { Layer } from '@/lib/kinds/types';
import { type Pipeline, pipelineOf, type Stage } from '@/lib/network/pipeline';
import { applyBoth, applyLayer, passesLargest } from './registry';
import type { Around, LayerOutput, LayerTensors, Measured } from './types';

/** Layers compute as in training. */
export interface TrainingMode {
  /** The network's stages and those that only training has; see {@link trainingStages}. */
  readonly stages?: readonly Stage[];
  /** The random numbers of a step from its start: each pass of the same batch draws the same. */
  readonly stream: () => () => number;
  /** The stages whose weights stay as they are; batch normalization then uses its moving statistics. */
  readonly frozen?: readonly string[];
  /** Receives a layer's measurements of its batch; the receiver disposes of the tensors. */
  readonly measured?: (stage: string, values: Measured) => void;
}
export type Mode = 'inference' | TrainingMode;

/** The batch, the stages, and an observer. */
export interface Walk {
  /** In order; the first gets the batch. */
  readonly stages: readonly Stage[];
  readonly parametersOf: (stage: string) => LayerTensors | undefined;
  readonly mode: Mode;
  /**
   * Added to a stage's sums, besides its own parameters: zeros, for computing the gradient with respect to
   * the sums.
   */
  readonly addedTo?: (stage: string) => tf.Tensor | undefined;
  /** Set where only the output is wanted, and no gradient: layers may go in one pass. */
  readonly withoutGradient?: boolean;
  /** Receives a stage's input and output. */
  readonly visit?: (stage: Stage, input: tf.Tensor, answer: LayerOutput) => void;
}

/**
 * Sends a batch, [images, ...shape], through stages, one after another, and returns the output of the last
 * one. Call it within `tf.tidy`.
 * @throws Error when a layer lacks parameters.
 */
export function walk(
  { stages, parametersOf, mode, addedTo, withoutGradient, visit }: Walk,
  batch: tf.Tensor,
): LayerOutput {
  const training = mode === 'inference' ? null : mode;
  const random = training?.stream() ?? null;
  let last: LayerOutput = { output: batch };
  for (let at = 0; at < stages.length; at++) {
    const stage = stages[at];
    const input = last.output;
    const { later } = last;
    const next = visit ? undefined : stages[at + 1];
    const still = stage.weights !== null && training?.frozen?.includes(stage.id);
    const around = {
      parameters: parametersOf(stage.id),
      random: still ? null : random,
      added: addedTo?.(stage.id),
      // Those of the last one are the logits.
      withoutSums: next !== undefined,
      largestNext: next !== undefined && passesLargest(next.layer),
      measured: (values) => training?.measured?.(stage.id, values),
    } satisfies Around;
    const both = withoutGradient && next ? applyBoth(stage.layer, next.layer, input, around) : null;
    const answer = both ? { output: both } : applyLayer(stage.layer, input, around);
    if (both) at++;
    last = later ? { ...answer, output: later(answer.output) } : answer;
    visit?.(stage, input, last);
  }
  return last;
}

/** A network's stages in training: with a dropout layer before the last one, where a share of its values is dropped. */
export function trainingStages({ architecture, stages }: Pipeline, share: number): readonly Stage[] {
  if (share === 0) return stages;
  const { layers } = architecture;
  const dropout: Layer = { id: 'dropout in training', kind: 'dropout', share };
  return pipelineOf({ ...architecture, layers: [...layers.slice(0, -1), dropout, ...layers.slice(-1)] })
    .stages;
}
