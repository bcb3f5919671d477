import * as tf from '@tensorflow/tfjs-core';
import type { WeightPlace } from '@/lib/kinds/types';
import type { OptimizerState } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import type { WeightSet } from '@/lib/network/weights';
import { fail, must, ok, type Result } from '@/lib/result';
import words from '@/words/engine-training';
import type { StepWeight } from '../examine-protocol';
import { Model } from '../worker/model';
import { ownValues } from '../worker/own-values';
import { crossEntropy } from './images/batch';
import { ofOptimizer } from './optimizer/best-weights';
import { makeOptimizer, writeOptimizer } from './optimizer/optimizer';
import { trainStep, type Upcoming } from './step';

/** Separates the copy's variables from the network's. */
const PREFIX = 'observed/';
/** The suffixes of each optimizer's state variables for a weight. */
const REMEMBERED = { sgd: [], momentum: ['momentum'], adam: ['m', 'v'], rmsprop: ['rms'] } as const;

/** One layer's inputs and slopes in the step: flat, [images, places, channels]. */
interface Met {
  readonly inputs: Float32Array;
  readonly slopes: Float32Array;
}

/** The state before the step: the weights, the optimizer's state, and the batch. */
export interface Standing {
  readonly model: Model;
  readonly weights: WeightSet;
  readonly settings: TrainingSettings;
  readonly state: OptimizerState | null;
  readonly upcoming: Upcoming;
}

/**
 * One training step, taken on a copy of the network, with everything that it was computed from. Holds no
 * tensors.
 */
export class ObservedStep {
  private constructor(
    private readonly standing: Standing,
    private readonly met: ReadonlyMap<string, Met>,
    private readonly gradients: ReadonlyMap<string, Float32Array>,
    private readonly after: WeightSet,
    readonly loss: number,
    /** [images, classes] */
    readonly probabilities: Float32Array,
  ) {}

  /**
   * Takes the step. The standing's network and optimizer are not changed; the caller disposes of its batch.
   */
  static async take(standing: Standing): Promise<Result<ObservedStep>> {
    const { model, weights, settings, state, upcoming } = standing;
    const copy = new Model(model.pipeline, PREFIX);
    const optimizer = makeOptimizer({ ...settings, learningRate: upcoming.rate });
    try {
      must(copy.load(weights));
      if (state) await writeOptimizer(optimizer, ofOptimizer(state).map(renamed));
      const { met, probabilities } = await meet(copy, upcoming);
      const gradients = await gradientsOf(copy, upcoming);
      const score = await trainStep(copy, optimizer, upcoming.batch, upcoming.options);
      if (score.broken) return fail(words.notFinite());
      const after = await copy.weights();
      return ok(new ObservedStep(standing, met, gradients, after, score.loss, probabilities));
    } finally {
      optimizer.dispose();
      copy.dispose();
    }
  }

  /** One weight of the step. Fails where it does not exist. */
  weight(stage: string, { part, index }: WeightPlace): Result<StepWeight> {
    const own = this.standing.weights[stage];
    const shape = own?.[part]?.shape;
    const met = this.met.get(stage);
    const gradient = this.gradients.get(`${stage}/${part}`);
    const { frozen = [] } = this.standing.settings;
    if (frozen.includes(stage)) return fail(words.frozen({ stage }));
    const inside = shape?.length === index.length && index.every((n, axis) => n >= 0 && n < shape[axis]);
    if (!shape || !met || !gradient || !inside || !index.every(Number.isInteger))
      return fail(words.noWeight({ index: index.join(', '), part, stage }));
    const at = index.reduce((flat, n, axis) => flat * shape[axis] + n, 0);
    const length = shape.at(-1) ?? 1;
    // A gamma multiplies its own channel; a kernel's last but one axis is the channel that it reads.
    const channels = own.kernel?.shape.at(-2) ?? length;
    const filter = index.at(-1) ?? 0;
    const channel = index.at(-2) ?? filter;
    return ok({
      before: own[part]?.values[at] ?? 0,
      after: this.after[stage][part]?.values[at] ?? 0,
      gradient: gradient[at],
      remembered: this.rememberedOf(`${stage}/${part}`, at),
      inputs: part === 'bias' || part === 'beta' ? null : every(met.inputs, channels, channel),
      slopes: every(met.slopes, length, filter),
    });
  }

  private rememberedOf(name: string, at: number): Readonly<Record<string, number>> {
    const { settings, state } = this.standing;
    return Object.fromEntries(
      REMEMBERED[settings.optimizer].map((what) => [
        what,
        state?.find((one) => one.name === `${name}/${what}`)?.values[at] ?? 0,
      ]),
    );
  }
}

/** Optimizers name their state after the variable. */
const renamed = (one: OptimizerState[number]) =>
  one.counts ? one : { ...one, name: `${PREFIX}${one.name}` };

/** Every `step`th value, starting at `first`. */
const every = (values: Float32Array, step: number, first: number): Float32Array =>
  Float32Array.from({ length: values.length / step }, (_, at) => values[at * step + first]);

/** The loss's gradients with respect to all weights, by their names without the prefix. */
async function gradientsOf(copy: Model, { batch, options }: Upcoming) {
  const { value, grads } = tf.variableGrads(
    () => crossEntropy(copy.forward(batch.images, options.mode), batch.labels),
    [...copy.variablesBut(options.mode === 'inference' ? [] : options.mode?.frozen)],
  );
  try {
    return new Map(
      await Promise.all(
        Object.entries(grads).map(async ([name, gradient]) => {
          return [name.slice(PREFIX.length), await ownValues(gradient)] as const;
        }),
      ),
    );
  } finally {
    tf.dispose([value, grads]);
  }
}

/**
 * The input of every layer with parameters, and the loss's gradients with respect to its sums. A 0 is added
 * to each sum: the gradient with respect to that 0 is the one with respect to the sum.
 */
async function meet(copy: Model, { batch, options }: Upcoming) {
  const learning = copy.pipeline.stages.filter(({ weights }) => weights !== null);
  const inputs: tf.Tensor[] = [];
  const answers: tf.Tensor[] = [];
  const slopes = tf.tidy(() => {
    const nothing = learning.map(({ output }) => tf.zeros([batch.count, ...output]));
    return tf.grads((...zeros: tf.Tensor[]) => {
      const { before, output } = copy.walk(batch.images, {
        mode: options.mode ?? 'inference',
        addedTo: (id) => zeros[learning.findIndex((one) => one.id === id)],
        visit({ weights }, input, { met }) {
          if (weights) inputs.push(tf.keep(tf.clone(met?.() ?? input)));
        },
      });
      const logits = before ?? output;
      answers.push(tf.keep(tf.softmax(logits)));
      return crossEntropy(tf.reshape(logits, [batch.count, -1]), batch.labels);
    })(nothing);
  });
  try {
    const met = await Promise.all(
      learning.map(async ({ id }, at): Promise<[string, Met]> => {
        return [id, { inputs: await ownValues(inputs[at]), slopes: await ownValues(slopes[at]) }];
      }),
    );
    return { met: new Map(met), probabilities: await ownValues(answers[0]) };
  } finally {
    tf.dispose([...inputs, ...slopes, ...answers]);
  }
}
