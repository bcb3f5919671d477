import * as tf from '@tensorflow/tfjs-core';
import { entriesOf } from '@/lib/kinds/parts/weights';
import type { Norms } from '@/lib/network/run';
import { readBack } from '../backends/read-back';
import type { Mode } from '../kinds/walk';
import type { MeasuredParameter, Model } from '../worker/model';
import { type Broken, firstBroken, sumOf } from './broken';
import { answersOf, type Batch, crossEntropy, type Score } from './images/batch';
import { normsOf } from './norms';
import { pullsOf } from './optimizer/penalties';

export interface StepScore extends Score {
  /** The norms of weights and gradients before the step, where requested. */
  readonly norms: Readonly<Record<string, Norms>> | null;
  /** Why the step was not taken; null where it was. */
  readonly broken: Pick<Broken, 'what' | 'stage'> | null;
}

/** Options of a step. */
export interface StepOptions {
  /** Whether norms are measured. */
  readonly norms?: boolean;
  /** How the layers compute. */
  readonly mode?: Mode;
  /** The strength of L2. The loss in the score excludes it, so that it can be compared with others. */
  readonly l2?: number;
}

/** A step that was not taken yet. */
export interface Upcoming {
  /** The indices of its images in the set. */
  readonly places: readonly number[];
  readonly batch: Batch;
  readonly options: StepOptions;
  /** The class that each of its images is trained as. */
  readonly labels: readonly number[];
  readonly rate: number;
}

/**
 * One training step: loss, its gradient with respect to every weight, and the optimizer's update against it.
 * The score is the network's before the step. A non-finite loss or gradient changes nothing.
 */
export async function trainStep(
  model: Model,
  optimizer: tf.Optimizer,
  batch: Batch,
  { norms: withNorms = false, mode = 'inference', l2 = 0 }: StepOptions = {},
): Promise<StepScore> {
  const { value, grads, answers, sum, measured } = gradientsOf(model, optimizer, batch, mode);
  try {
    const [[loss], classes, [slope]] = await Promise.all([value, answers, sum].map(readBack));
    const score = { loss, answers: classes };
    if (!Number.isFinite(loss) || !Number.isFinite(slope)) {
      const what = Number.isFinite(loss) ? 'gradient' : 'loss';
      return { ...score, norms: null, broken: { what, stage: await firstBroken(model, batch) } };
    }
    const norms = withNorms ? await normsOf(model, grads) : null;
    const pulls = l2 === 0 ? {} : pullsOf(model, grads, l2);
    optimizer.applyGradients({ ...grads, ...pulls });
    model.take(measured);
    tf.dispose(pulls);
    return { ...score, norms, broken: null };
  } finally {
    tf.dispose([value, answers, sum, ...Object.values(grads), ...measured.map((one) => one.value)]);
  }
}

/** Loss, predictions and gradients of a batch. The caller disposes of them. */
function gradientsOf(model: Model, optimizer: tf.Optimizer, batch: Batch, mode: Mode) {
  const variables = [...model.variablesBut(mode === 'inference' ? [] : mode.frozen)];
  const measured: MeasuredParameter[] = [];
  const listening: Mode =
    mode === 'inference'
      ? mode
      : {
          ...mode,
          measured: (stage, values) => {
            for (const [name, fresh] of entriesOf(values))
              measured.push({ stage, name, value: tf.keep(fresh) });
          },
        };
  const computed = tf.tidy(() => {
    const kept: tf.Tensor[] = [];
    const found = optimizer.computeGradients(() => {
      const logits = model.forward(batch.images, listening);
      // Kept, because tensors that are created in here and not returned are disposed of.
      kept.push(tf.keep(answersOf(logits)));
      return crossEntropy(logits, batch.labels);
    }, variables);
    return { ...found, answers: kept[0], sum: sumOf(found.grads) };
  });
  return { ...computed, measured };
}
