/** Random networks through the engine, compared with plain arithmetic and the CPU backend; for a test and for `npm run check:kinds`. */
import * as tf from '@tensorflow/tfjs-core';
import { randomInt, randomLcg } from 'd3-random';
import fc from 'fast-check';
import type { TrainingMode } from '@/lib/engine/kinds/walk';
import { crossEntropy } from '@/lib/engine/training/images/batch';
import { Model } from '@/lib/engine/worker/model';
import { batchOf, traceStages } from '@/lib/engine/worker/trace-stages';
import type { LayerKind } from '@/lib/kinds/types';
import type { Pipeline } from '@/lib/network/pipeline';
import type { WeightSet } from '@/lib/network/weights';
import { backward, unitGradient } from '@/lib/provenance/backward';
import { explain } from '@/lib/provenance/explain';
import { must } from '@/lib/result';
import { cellAt, size } from '@/lib/tensor/tensor';
import { naiveForward } from '../../unit/support/naive';
import { anyCurvedPipeline } from '../../unit/support/networks';
import { randomWeights } from '../../unit/support/random-weights';

/** The largest errors, each relative to the largest value in its group. */
export interface KindErrors {
  /** Values of all stages, compared with plain arithmetic. */
  readonly forward: number;
  /** Gradients of the loss, in training, to all parameters: WASM compared with the CPU backend. */
  readonly gradients: number;
  /** Gradients of a logit to the pixels: the explanations' own compared with TensorFlow.js's. */
  readonly backward: number;
  /** What explanations add up to, compared with the values. */
  readonly sums: number;
}

/** Networks that have a layer of this kind, 3 to 10 layers each: the same seed gives the same ones. */
export function networksWith(kind: LayerKind, seed: number, count: number): readonly Pipeline[] {
  const fit = anyCurvedPipeline.filter(
    ({ stages }) =>
      stages.some(({ layer }) => layer.kind === kind) && stages.length >= 3 && stages.length <= 10,
  );
  return fc.sample(fit, { seed, numRuns: count });
}

const largest = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** How far two lists of numbers are apart, relative to the largest of the second. NaN anywhere is infinite. */
function apart(ours: ArrayLike<number>, real: ArrayLike<number>): number {
  if (ours.length !== real.length) return Number.POSITIVE_INFINITY;
  let most = 0;
  for (let at = 0; at < real.length; at++) {
    const off = Math.abs(ours[at] - real[at]);
    if (!(off <= most)) most = Number.isNaN(off) ? Number.POSITIVE_INFINITY : off;
  }
  return most === 0 ? 0 : most / Math.max(largest(real), 1e-3);
}

/** Sends an image through a network and compares everything with a second computation. Leaves no tensor behind. */
export async function errorsOf(pipeline: Pipeline, seed: number): Promise<KindErrors> {
  const random = randomLcg(seed);
  const weights = randomWeights(pipeline, seed);
  const image = Uint8Array.from({ length: size(pipeline.architecture.input) }, () => 256 * random());
  await tf.setBackend('wasm');
  const model = new Model(pipeline, 'kinds/');
  must(model.load(weights));
  try {
    const stages = await traceStages(model, image);
    const plain = naiveForward(pipeline.architecture, weights, Array.from(image));
    for (const [at, { id, output }] of pipeline.stages.entries())
      if (stages[at].shape.join() !== output.join() || plain[at].shape.join() !== output.join())
        throw new Error(`${id} outputs ${stages[at].shape}, or ${plain[at].shape}, instead of ${output}`);
    const label = Math.floor(random() * pipeline.architecture.classes.length);
    return {
      forward: Math.max(...stages.map(({ values }, at) => apart(values, plain[at].values))),
      sums: Math.max(...sumErrors(pipeline, weights, { stages }, random)),
      backward: await backwardError(model, weights, { stages }, image, label),
      gradients: await gradientError(pipeline, weights, seed),
    };
  } finally {
    await tf.setBackend('wasm');
    model.dispose();
  }
}

type Traced = { readonly stages: Awaited<ReturnType<typeof traceStages>> };

/** Of some cells of each stage. */
function sumErrors(pipeline: Pipeline, weights: WeightSet, trace: Traced, random: () => number): number[] {
  return pipeline.stages.flatMap(({ id, layer, output }, at) => {
    const scale = Math.max(largest(trace.stages[at].before ?? trace.stages[at].values), 1e-3);
    return Array.from({ length: 6 }, () => {
      const cell = cellAt(output, randomInt.source(random)(size(output))());
      const explanation = must(explain(pipeline, trace, weights, id, cell));
      if (layer.kind === 'input') return 0;
      const winner = explanation.winner === undefined ? null : explanation.terms[explanation.winner].value;
      const sum =
        winner ?? explanation.terms.reduce((all, { product }) => all + product, explanation.bias ?? 0);
      return Math.abs(sum - explanation.before) / scale;
    });
  });
}

/** One logit's gradient to the image. */
async function backwardError(
  model: Model,
  weights: WeightSet,
  trace: Traced,
  image: Uint8Array,
  unit: number,
): Promise<number> {
  const { pipeline } = model;
  const logit = (batch: tf.Tensor) =>
    tf.slice(model.forward(tf.reshape(batch, batch.shape as never)), [0, unit], [1, 1]);
  const real = tf.tidy(() => tf.grad(logit)(batchOf(model, image, 1)));
  const at = pipeline.stages.length - 1;
  const start = unitGradient(pipeline.architecture.classes.length, unit);
  const [first] = must(backward(pipeline, trace, weights, { at, start }));
  const values = await real.data();
  real.dispose();
  return apart(first.output, values);
}

/** The loss's gradients to all parameters, of a batch in training, on both backends. */
async function gradientError(pipeline: Pipeline, weights: WeightSet, seed: number): Promise<number> {
  const theirs = await lossGradients('cpu', pipeline, weights, seed);
  const ours = await lossGradients('wasm', pipeline, weights, seed);
  // Over all parameters together: batch normalization cancels the bias before it, whose gradient is mere rounding.
  const [one, other] = [ours, theirs].map((gradients) =>
    [...gradients.values()].flatMap((own) => Array.from(own)),
  );
  return apart(one, other);
}

const BATCH = 8;

async function lossGradients(backend: string, pipeline: Pipeline, weights: WeightSet, seed: number) {
  await tf.setBackend(backend);
  const model = new Model(pipeline, `${backend}/`);
  must(model.load(weights));
  const random = randomLcg(seed);
  const [height, width, channels] = pipeline.architecture.input;
  const images = Float32Array.from({ length: BATCH * height * width * channels }, () =>
    Math.floor(256 * random()),
  );
  const labels = Array.from({ length: BATCH }, () =>
    Math.floor(random() * pipeline.architecture.classes.length),
  );
  const mode: TrainingMode = { stream: () => randomLcg(seed) };
  const { value, grads } = tf.variableGrads(
    () =>
      crossEntropy(
        model.forward(tf.tensor4d(images, [BATCH, height, width, channels]), mode),
        tf.tensor1d(labels, 'int32'),
      ),
    [...model.variables],
  );
  const read = await Promise.all(
    Object.entries(grads).map(async ([name, gradient]) => {
      return [name.slice(backend.length + 1), await gradient.data()] as const;
    }),
  );
  tf.dispose([value, grads]);
  model.dispose();
  return new Map(read);
}
