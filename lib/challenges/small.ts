/**
 * Held-out accuracy with few weights. Measured on the engine (WASM, two threads, 1,000 pictures, Adam, learning rate
 * 0.001, batches of 32): with 16 and 32 filters, poolings of 2 and 4 and 64 units, 106,154 parameters, seed 1 comes to
 * 0.680 after epoch 4, seed 2 to 0.630 after epoch 7; with poolings of 3 and 3, 79,530 parameters, to 0.620 after epoch 4
 * and 0.655 after epoch 7. Twelve epochs took 48 to 52 s on a busy machine with two cores.
 */
import type { EpochRecord, TrainingSettings } from '@/lib/engine/protocol';
import { formatCount, formatNumber } from '@/lib/format/format';
import { type Architecture, REFERENCE } from '@/lib/pipeline/architecture';
import { buildPipeline, type Pipeline } from '@/lib/pipeline/pipeline';
import { referencePipeline } from '@/lib/pipeline/reference';
import { fail, ok, type Result } from '@/lib/result';
import { type Problem, right, type Verdict, wrong } from './problem';

export const MOST_PARAMETERS = 200_000;
export const ACCURACY = 0.6;
export const MOST_EPOCHS = 15;

export const SMALL: Problem = {
  id: 'small',
  about: 'training, and all layers',
  text: `Train a network with fewer than ${formatCount(MOST_PARAMETERS)} parameters to a held-out accuracy of at least ${formatNumber(ACCURACY, 2)}, in at most ${MOST_EPOCHS} epochs. It counts when it stands there at the end of any epoch. This takes about a minute and goes on beside everything else.`,
  hints: [
    `Nearly all of the ${formatCount(referencePipeline.parameters)} parameters of the network you know are in one layer, because so many values come in to it. What makes them fewer?`,
    'A larger window and stride in the second pooling leave fewer values, fewer filters too. 16 and 32 filters, a second pooling of 4 × 4 with stride 4 and 64 units are some 106,000 parameters. Adam with a learning rate of 0.001 and batches of 32 does the rest.',
  ],
};

/** The pipeline of an architecture that may be trained. Fails with what is against it. */
export function trainable(architecture: Architecture): Result<Pipeline> {
  const built = buildPipeline(architecture);
  if (!built.ok) return built;
  const { parameters } = built.value;
  return parameters < MOST_PARAMETERS
    ? built
    : fail(
        `It has ${formatCount(parameters)} parameters, and there must be fewer than ${formatCount(MOST_PARAMETERS)}.`,
      );
}

/** Fails where a run may not have so many epochs. */
export const fewEnough = ({ epochs }: TrainingSettings): Result<void> =>
  epochs <= MOST_EPOCHS ? ok(undefined) : fail(`At most ${MOST_EPOCHS} epochs, not ${formatCount(epochs)}.`);

/** What a run is worth, from its epochs. */
export function checkSmall(epochs: readonly EpochRecord[]): Verdict {
  const trained = epochs.filter(({ epoch }) => epoch > 0);
  const last = trained.at(-1);
  if (!last) return wrong('It broke off before the end of its first epoch: its numbers grew out of bounds.');
  const best = trained.reduce((top, one) => (one.heldOutAccuracy > top.heldOutAccuracy ? one : top));
  const reached = `${formatNumber(best.heldOutAccuracy, 3)} after epoch ${best.epoch}`;
  if (best.heldOutAccuracy >= ACCURACY)
    return right(
      `It came to ${reached}. The network you know has ${formatNumber(referencePipeline.parameters / MOST_PARAMETERS, 1)} times as many parameters as were allowed here.`,
    );
  if (last.accuracy > 0.9)
    return wrong(
      `On the held-out pictures it came to ${reached}. It has learned the training pictures by heart, with ${formatNumber(last.accuracy, 3)}: another shape or another seed may carry over better.`,
    );
  if (last.accuracy < 0.3)
    return wrong(
      `It came to ${reached}, and knows hardly more of the training pictures, ${formatNumber(last.accuracy, 3)}. Is the learning rate too large or too small?`,
    );
  return wrong(
    `It came to ${reached}, and was still learning: ${formatNumber(last.accuracy, 3)} on the training pictures. More epochs, or more filters, may do it.`,
  );
}

/** What the form begins with: the network that everybody knows. */
export const BEGINNING: Architecture = { ...REFERENCE, name: 'small' };
