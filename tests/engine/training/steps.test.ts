import '@tensorflow/tfjs-backend-cpu';
import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { range } from 'd3-array';
import { beforeAll, expect, test } from 'vitest';
import { referencePipeline } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import type { LabelledImages } from '@/lib/data/data-set';
import { loadImages } from '@/lib/data/image-loader';
import { startWasm } from '@/lib/engine/backends/wasm-backend';
import { registerTrainingKernels } from '@/lib/engine/kernels/register-training';
import { pickBatch } from '@/lib/engine/training/images/batch';
import { makeOptimizer } from '@/lib/engine/training/optimizer/optimizer';
import { trainStep } from '@/lib/engine/training/step';
import { Model } from '@/lib/engine/worker/model';
import { initialWeights } from '@/lib/network/initial-weights';
import { must } from '@/lib/result';

let training: LabelledImages;

beforeAll(async () => {
  await startWasm(false);
  registerTrainingKernels();
  training = must(await loadImages(COURSE.dataSet)).training;
});

const settings = { optimizer: 'adam', learningRate: 0.001, batchSize: 4, epochs: 1, seed: 1 } as const;

/** Trains the reference network from its initial weights, on the present backend; returns each step's loss. */
async function train(steps: number, batch: number, each: (step: number) => void = () => {}) {
  const model = new Model(referencePipeline);
  must(model.load(initialWeights(referencePipeline, settings.seed)));
  const optimizer = makeOptimizer(settings);
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const picked = range(step * batch, (step + 1) * batch).map((index) => index % training.count);
    const { images, labels, ...rest } = pickBatch(model, training, picked);
    losses.push((await trainStep(model, optimizer, { images, labels, ...rest })).loss);
    tf.dispose([images, labels]);
    each(step);
  }
  optimizer.dispose();
  model.dispose();
  return losses;
}

test('ten steps of the reference network have the losses of the CPU backend', async () => {
  await tf.setBackend('wasm');
  const ours = await train(10, 2);
  await tf.setBackend('cpu');
  const theirs = await train(10, 2);
  expect(new Set(theirs).size).toBe(10);
  ours.forEach((loss, step) => {
    expect(Math.abs(loss - theirs[step]), `step ${step + 1}`).toBeLessThan(1e-3);
  });
}, 180_000);

/** Steps until the allocator has found room for everything in a heap that was used before. */
const SETTLING = 50;

test('300 steps leave no tensor behind and the module’s memory as large as it was', async () => {
  await tf.setBackend('wasm');
  const before = tf.memory().numTensors;
  const counts: number[] = [];
  const sizes: number[] = [];
  const any = tf.zeros([1]);
  await train(SETTLING + 300, 2, () => {
    const backend = tf.backend();
    if (!(backend instanceof BackendWasm)) throw new Error('another backend answered');
    counts.push(tf.memory().numTensors);
    sizes.push(backend.typedArrayFromHeap(any).buffer.byteLength);
  });
  any.dispose();
  expect(new Set(counts).size).toBe(1);
  expect(new Set(sizes.slice(SETTLING)).size).toBe(1);
  expect(tf.memory().numTensors).toBe(before);
}, 120_000);
