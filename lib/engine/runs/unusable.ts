import * as tf from '@tensorflow/tfjs-core';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { Unusable } from '@/lib/network/run';
import type { RecordedRun } from '@/lib/run/run-file';
import { weightsOf } from '@/lib/run/run-file';
import { firstBroken } from '../training/broken';
import { Model } from '../worker/model';

/**
 * Images that show whether a network computes finite numbers: black, white, and one in which the pixels
 * differ.
 */
function testImages([height, width, channels]: Architecture['input']): tf.Tensor4D {
  const shape: [number, number, number, number] = [1, height, width, channels];
  return tf.tidy(() => {
    const count = height * width * channels;
    const differing = tf.reshape(tf.mod(tf.mul(tf.range(0, count), 37), 256), shape);
    return tf.concat([
      tf.zeros<tf.Rank.R4>(shape),
      tf.fill<tf.Rank.R4>(shape, 255),
      differing as tf.Tensor4D,
    ]);
  });
}

/**
 * The epochs of a run whose weights are finite but compute non-finite values: found by computing. Null where
 * there are none. `name` separates the variables from those of other networks.
 */
export async function unusableEpochs(run: RecordedRun, name: string): Promise<Unusable | null> {
  const built = buildPipeline(run.log.architecture);
  if (!built.ok) return null;
  const model = new Model(built.value, `${name}/`);
  const images = testImages(built.value.architecture.input);
  const epochs: number[] = [];
  let first: string | null = null;
  try {
    for (const epoch of run.epochs.keys()) {
      const weights = weightsOf(run, epoch, built.value);
      if (!weights.ok || !model.load(weights.value).ok) continue;
      const stage = await firstBroken(model, { images });
      if (stage === null) continue;
      epochs.push(epoch);
      first ??= stage;
    }
  } finally {
    images.dispose();
    model.dispose();
  }
  return first === null ? null : { epochs, stage: first };
}
