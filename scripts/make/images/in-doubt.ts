/** The first image that anyone sees: one that the shipped network hasn't learned from and is in doubt about. */
import '@tensorflow/tfjs-backend-cpu';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { readWeights } from '@/lib/checkpoint/weights';
import { CLASSES, referencePipeline } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import { Model } from '@/lib/engine/worker/model';
import { addressesOf } from '@/lib/engine/worker/shipped';
import { traceStages } from '@/lib/engine/worker/trace-stages';
import { must } from '@/lib/result';

/** The top probability of an image that the network is in doubt about, and what makes a class count. */
const [LEAST, MOST] = [0.45, 0.7];
const COUNTS = 0.05;
const CLASSES_IN_PLAY = 3;

/** Whether bars, gradients and what-ifs have something to show: a clear first, and others that count. */
export function isInDoubt(probabilities: ArrayLike<number>): boolean {
  const all = Array.from(probabilities);
  const top = Math.max(...all);
  return top >= LEAST && top <= MOST && all.filter((p) => p > COUNTS).length >= CLASSES_IN_PLAY;
}

const CLASS_IDS: readonly string[] = CLASSES;
/** Enough to find one; each takes a tenth of a second. */
const DRAWS = 200;

/**
 * The first draw that the shipped network is in doubt about and still names rightly.
 * @param draw an image of the class, by the number of the draw
 */
export async function drawInDoubt(draw: (n: number) => Uint8Array, label: string): Promise<number> {
  // Otherwise it recommends another backend at length.
  tf.enableProdMode();
  await tf.setBackend('cpu');
  const model = new Model(referencePipeline);
  for (const part of addressesOf(COURSE.shipped))
    must(model.load(must(readWeights(readFileSync(join('public', part)), referencePipeline)).weights));
  for (let n = 0; n < DRAWS; n++) {
    const { values } = (await traceStages(model, draw(n)))[referencePipeline.stages.length - 1];
    if (isInDoubt(values) && values.indexOf(Math.max(...values)) === CLASS_IDS.indexOf(label)) return n;
  }
  throw new Error(`of ${DRAWS} draws the network is in doubt about none`);
}
