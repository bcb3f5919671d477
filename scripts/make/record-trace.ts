/**
 * `npm run recorded`: sends the first sample through the shipped network and writes the output of every stage, for the
 * page to show until the engine is up. The engine's own model computes, on the backend that also runs in Node.
 */
import '@tensorflow/tfjs-backend-cpu';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { readWeights } from '@/lib/checkpoint/weights';
import { referencePipeline } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import { RECORDED_TRACE, writeTrace } from '@/lib/engine/runs/recorded';
import { Model } from '@/lib/engine/worker/model';
import { addressesOf } from '@/lib/engine/worker/shipped';
import { traceStages } from '@/lib/engine/worker/trace-stages';
import { must } from '@/lib/result';
import { ROOT } from '../project';

const PUBLIC = join(ROOT, 'public');
// Otherwise it recommends another backend at length, which would round differently.
tf.enableProdMode();
await tf.setBackend('cpu');
const model = new Model(referencePipeline);
let trained = { seed: 0, epoch: 0, step: 0 };
for (const part of addressesOf(COURSE.shipped)) {
  const read = must(readWeights(readFileSync(join(PUBLIC, part)), referencePipeline));
  must(model.load(read.weights));
  trained = read.trained ?? trained;
}
const { id: FIRST } = COURSE.dataSet.first;
const pixels = readFileSync(join(PUBLIC, 'images', 'samples', `${FIRST}.bin`));
const start = performance.now();
const stages = await traceStages(model, pixels);
const file = writeTrace(
  {
    source: 'recorded',
    complete: true,
    stages,
    weights: {},
    network: { origin: 'shipped', ...trained },
    backend: 'cpu',
    milliseconds: performance.now() - start,
  },
  referencePipeline,
);
mkdirSync(join(PUBLIC, 'recorded'), { recursive: true });
writeFileSync(join(PUBLIC, RECORDED_TRACE), file);
console.log(`${FIRST}, ${stages.length} stages, ${(file.length / 1000).toFixed(0)} kB`);
