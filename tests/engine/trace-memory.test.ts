import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { referencePipeline } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import { startWasm } from '@/lib/engine/backends/wasm-backend';
import { Past } from '@/lib/engine/runs/past';
import { Model } from '@/lib/engine/worker/model';
import { predictBatch, traceStages } from '@/lib/engine/worker/trace-stages';
import { initialWeights } from '@/lib/network/initial-weights';
import { must } from '@/lib/result';
import { sample } from './support/worker-kit';

beforeAll(async () => {
  await startWasm(false);
});

/** Tensors, and bytes of the WASM module's memory. */
function memory(): readonly [number, number] {
  const backend = tf.backend();
  if (!(backend instanceof BackendWasm)) throw new Error('another backend answered');
  const any = tf.zeros([1]);
  const { byteLength } = backend.typedArrayFromHeap(any).buffer;
  any.dispose();
  return [tf.memory().numTensors, byteLength];
}

test('a hundred traces, predictions and visits to past epochs leave nothing behind', async () => {
  const cat = await sample('cat-1');
  const model = new Model(referencePipeline);
  must(model.load(initialWeights(referencePipeline, 1)));
  const past = new Past('', true, () => COURSE.shipped);
  const seen: (readonly [number, number])[] = [];
  for (let time = 0; time < 100; time++) {
    await traceStages(model, cat);
    await predictBatch(model, cat, 1);
    const epoch = Math.floor(time / 5) % 3;
    const recalled = must(await past.recall({ run: 'shipped', epoch }, referencePipeline));
    const { model: earlier } = must(past.show(referencePipeline, recalled));
    await traceStages(earlier, cat);
    seen.push(memory());
  }
  // In the first three rounds through the epochs the allocator finds room for everything.
  const settled = seen.slice(45);
  expect(settled).toEqual(settled.map(() => settled[0]));
  past.leaveBackend();
  model.dispose();
  expect(tf.memory().numTensors).toBe(0);
});
