import * as tf from '@tensorflow/tfjs-core';
import { range } from 'd3-array';
import { imagesOf, type LabelledImages } from '@/lib/data/data-set';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/engine';
import { readBack } from '../backends/read-back';
import type { Survey } from '../examine-protocol';
import type { Model } from '../worker/model';
import { batchOf } from '../worker/trace-stages';

/** How many images go through the network at once. */
const BATCH = 40;

/**
 * Sends all images of a set through a network up to a stage, and records each map's largest value and its
 * place. `between` yields to other work. Leaves no tensor behind. Fails where the network has no such stage,
 * or is incomplete.
 */
export async function survey(
  model: Model,
  set: LabelledImages,
  stage: string,
  between: () => Promise<void>,
): Promise<Result<Survey>> {
  const found = model.ready.find(({ id }) => id === stage);
  if (!found) return fail(words.noStage({ stage }));
  const channels = found.output[found.output.length - 1] ?? 1;
  const values = new Float32Array(set.count * channels);
  const places = new Int32Array(set.count * channels);
  for (let first = 0; first < set.count; first += BATCH) {
    await between();
    const count = Math.min(BATCH, set.count - first);
    const pixels = imagesOf(set, range(first, first + count));
    const [most, where] = tf.tidy(() => {
      const outputs = model.forwardAll(batchOf(model, pixels, count));
      const output = outputs.find((one) => one.stage.id === stage)?.output;
      if (!output) throw new Error(`${stage} was not computed`);
      const flat = tf.reshape(output, [count, -1, channels]);
      return [tf.max(flat, 1), tf.argMax(flat, 1)];
    });
    try {
      values.set(await readBack(most), first * channels);
      places.set(await readBack(where), first * channels);
    } finally {
      tf.dispose([most, where]);
    }
  }
  return ok({ stage, images: set.count, channels, values, places });
}
