/** One way of training the reference network, timed in a worker, for `npm run bench:train`. */
import * as tf from '@tensorflow/tfjs-core';
import { expose } from 'comlink';
import { median } from 'd3-array';
import { referencePipeline } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import type { LabelledImages } from '@/lib/data/data-set';
import { loadImages } from '@/lib/data/image-loader';
import { nextTask } from '@/lib/data/next-task';
import { startBackend } from '@/lib/engine/backends/backends';
import { registerTrainingKernels } from '@/lib/engine/kernels/register';
import { type Batch, pickBatch } from '@/lib/engine/training/images/batch';
import { makeOptimizer } from '@/lib/engine/training/optimizer/optimizer';
import { trainStep } from '@/lib/engine/training/step';
import { Model } from '@/lib/engine/worker/model';
import type { BackendName } from '@/lib/network/backends';
import { initialWeights } from '@/lib/network/initial-weights';
import { must } from '@/lib/result';
import { timeConvnet } from './convnet';
import { timeJax } from './jax';

/** A way to train: our kernels on WASM, an unmodified backend of TensorFlow.js, jax-js, or ConvNetJS. */
export interface Way {
  readonly library: 'ours' | 'tfjs' | 'jax-js' | 'convnetjs';
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
  /** The loss after all steps, to confirm that it was training. */
  readonly loss: number;
}

const BATCH = 32;
const SETTINGS = { optimizer: 'adam', learningRate: 0.001, batchSize: BATCH, epochs: 1, seed: 1 } as const;

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
): Promise<Timed> {
  const started = must(await startBackend(backend, threads));
  if (library === 'ours') registerTrainingKernels();
  else await import('@tensorflow/tfjs-core/dist/register_all_gradients');
  const model = new Model(referencePipeline);
  must(model.load(initialWeights(referencePipeline, SETTINGS.seed)));
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
      ({ loss } = await trainStep(model, optimizer, batch));
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
    loss,
  };
}

async function time(way: Way): Promise<Timed> {
  const { training } = must(await loadImages(COURSE.dataSet));
  if (way.library === 'jax-js') {
    const timed = await timeJax(training, BATCH, way.steps, SETTINGS.learningRate, SETTINGS.seed);
    // It starts a thread for each core by itself.
    return { ...timed, threads: navigator.hardwareConcurrency };
  }
  if (way.library !== 'convnetjs') return timeTensorflow(way, training);
  return { ...timeConvnet(training, BATCH, way, SETTINGS.learningRate), threads: 1 };
}

expose({ time });
