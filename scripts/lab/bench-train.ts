/** One way of training the reference network, timed in a worker, for `npm run bench:train`. */
import * as tf from '@tensorflow/tfjs-core';
import { expose } from 'comlink';
import { median } from 'd3-array';
import { randomLcg } from 'd3-random';
import { referencePipeline } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import type { LabelledImages } from '@/lib/data/data-set';
import { loadImages } from '@/lib/data/image-loader';
import { nextTask } from '@/lib/data/next-task';
import { startBackend } from '@/lib/engine/backends/backends';
import { registerTrainingKernels } from '@/lib/engine/kernels/register-training';
import type { Mode } from '@/lib/engine/kinds/walk';
import { type Batch, pickBatch } from '@/lib/engine/training/images/batch';
import { makeOptimizer } from '@/lib/engine/training/optimizer/optimizer';
import { trainStep } from '@/lib/engine/training/step';
import { Model } from '@/lib/engine/worker/model';
import type { BackendName } from '@/lib/network/backends';
import { initialWeights } from '@/lib/network/initial-weights';
import { type Pipeline, pipelineOf } from '@/lib/network/pipeline';
import { must } from '@/lib/result';
import { PHOTOGRAPHS } from '@/lib/shelf/photographs';
import { asMap, size } from '@/lib/tensor/tensor';
import { timeConvnet } from './convnet';
import { timeJax } from './jax';

/** A way to train: our kernels on WASM, an unmodified backend of TensorFlow.js, jax-js, or ConvNetJS. */
export interface Way {
  readonly library: 'ours' | 'tfjs' | 'jax-js' | 'convnetjs';
  /** The course's by default. */
  readonly network?: 'photographs';
  readonly backend: BackendName;
  readonly threads: boolean;
  /** Number of measured steps. */
  readonly steps: number;
  /** Images of the warm-up step, which compiles. A GPU's programs are made for one batch size, so it needs a whole batch. */
  readonly warmUp: number;
}

/** Milliseconds for a whole batch, the median of the runs for each. */
export interface Timed {
  readonly step: number;
  /** From the raw images to their logits. */
  readonly forward: number;
  readonly threads: number;
  /** Of one image's forward pass. */
  readonly multiplyAdds: number;
  /** The loss after all steps, to confirm that it was training. */
  readonly loss: number;
}

const BATCH = 32;
const SETTINGS = { optimizer: 'adam', learningRate: 0.001, batchSize: BATCH, epochs: 1, seed: 1 } as const;

const COUNTED = { multiplyAdds: referencePipeline.multiplyAdds } as const;

const clock = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const batchAt = (model: Model, set: LabelledImages, at: number, size: number): Batch =>
  pickBatch(
    model,
    set,
    Array.from({ length: size }, (_, place) => (at * BATCH + place) % set.count),
  );

async function forward(model: Model, { images }: Batch): Promise<void> {
  const logits = model.forward(images);
  await logits.data();
  logits.dispose();
}

/** Forward pass and step in turns, so that a slow moment of the machine affects both. */
async function timeTensorflow(
  { library, backend, threads, steps, warmUp }: Way,
  set: LabelledImages,
  pipeline: Pipeline,
): Promise<Timed> {
  const started = must(await startBackend(backend, threads));
  if (library === 'ours') registerTrainingKernels();
  else await import('@tensorflow/tfjs-core/dist/register_all_gradients');
  const model = new Model(pipeline);
  must(model.load(initialWeights(pipeline, SETTINGS.seed)));
  const mode: Mode = { stream: () => randomLcg(SETTINGS.seed) };
  const optimizer = library === 'ours' ? makeOptimizer(SETTINGS) : tf.train.adam(SETTINGS.learningRate);
  const times = { step: [] as number[], forward: [] as number[] };
  let loss = Number.NaN;
  for (let at = 0; at <= steps; at++) {
    const batch = batchAt(model, set, at, at === 0 ? warmUp : BATCH);
    // As between the steps of a run; a thread that is being started needs it too.
    await nextTask();
    const passed = await clock(() => forward(model, batch));
    await nextTask();
    const stepped = await clock(async () => {
      ({ loss } = await trainStep(model, optimizer, batch, { mode }));
    });
    batch.images.dispose();
    batch.labels.dispose();
    if (at === 0) continue;
    times.forward.push(passed);
    times.step.push(stepped);
  }
  return {
    step: median(times.step) ?? 0,
    forward: median(times.forward) ?? 0,
    threads: started.threads,
    multiplyAdds: pipeline.multiplyAdds,
    loss,
  };
}

/** Photographs can't be shipped; a step takes as long on noise. */
function noise({ architecture: { input, classes } }: Pipeline): LabelledImages {
  const random = randomLcg(SETTINGS.seed);
  const bytes = (count: number, below: number) =>
    Uint8Array.from({ length: count }, () => Math.floor(below * random()));
  return {
    count: BATCH,
    shape: asMap(input),
    pixels: bytes(BATCH * size(input), 256),
    labels: bytes(BATCH, classes.length),
  };
}

async function time(way: Way): Promise<Timed> {
  if (way.network === 'photographs') {
    const pipeline = pipelineOf(PHOTOGRAPHS.architecture);
    return timeTensorflow(way, noise(pipeline), pipeline);
  }
  const { training } = must(await loadImages(COURSE.dataSet));
  if (way.library === 'jax-js') {
    const timed = await timeJax(training, BATCH, way.steps, SETTINGS.learningRate, SETTINGS.seed);
    // It starts a thread for each core by itself.
    return { ...timed, ...COUNTED, threads: navigator.hardwareConcurrency };
  }
  if (way.library !== 'convnetjs') return timeTensorflow(way, training, referencePipeline);
  return { ...timeConvnet(training, BATCH, way, SETTINGS.learningRate), ...COUNTED, threads: 1 };
}

expose({ time });
