/**
 * Validation accuracy with few weights. Measured on the engine (WASM, two threads, 1,000 images, Adam, learning
 * rate 0.001, batches of 32): with 16 and 32 filters, poolings of 3 and 3 and 64 units, 79,530 parameters, seed 1
 * reaches 0.515 after epoch 4 and seed 2 0.565 after epoch 7; the course's network, 0.575 after epoch 10. Twelve epochs took 48 to
 * 52 s on a busy machine with two cores.
 */

import { type ChallengeProblem, right, type Verdict, wrong } from '@/lib/challenges/problem';
import { formatCount, formatNumber } from '@/lib/format/format';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { Pipeline } from '@/lib/network/pipeline';
import type { EpochRecord } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/problem-small';
import { REFERENCE, referencePipeline } from '../reference';

export const MOST_PARAMETERS = 200_000;
const ACCURACY = 0.5;
export const MOST_EPOCHS = 15;

export const SMALL: ChallengeProblem = {
  id: 'small',
  about: words.about(),
  text: words.text({
    most: formatCount(MOST_PARAMETERS),
    accuracy: formatNumber(ACCURACY, 2),
    epochs: MOST_EPOCHS,
  }),
  hints: [words.hint1({ parameters: formatCount(referencePipeline.parameters) }), words.hint2()],
};

/** The pipeline of an architecture that may be trained. Fails with the reason if it may not. */
export function trainable(architecture: Architecture): Result<Pipeline> {
  const built = buildPipeline(architecture);
  if (!built.ok) return built;
  const { parameters } = built.value;
  return parameters < MOST_PARAMETERS
    ? built
    : fail(words.tooLarge({ parameters: formatCount(parameters), most: formatCount(MOST_PARAMETERS) }));
}

/** Fails if a run has too many epochs. */
export const fewEnough = ({ epochs }: TrainingSettings): Result<void> =>
  epochs <= MOST_EPOCHS
    ? ok(undefined)
    : fail(words.tooLong({ most: MOST_EPOCHS, epochs: formatCount(epochs) }));

/** Judges a run by its epochs. */
export function checkSmall(epochs: readonly EpochRecord[]): Verdict {
  const trained = epochs.filter(({ epoch }) => epoch > 0);
  const last = trained.at(-1);
  if (!last) return wrong(words.failed());
  const best = trained.reduce((top, one) => (one.heldOutAccuracy > top.heldOutAccuracy ? one : top));
  const reached = { reached: formatNumber(best.heldOutAccuracy, 3), epoch: best.epoch };
  if (best.heldOutAccuracy >= ACCURACY)
    return right(
      words.right({
        ...reached,
        times: formatNumber(referencePipeline.parameters / MOST_PARAMETERS, 1),
      }),
    );
  const numbers = { ...reached, training: formatNumber(last.accuracy, 3) };
  if (last.accuracy > 0.9) return wrong(words.memorized(numbers));
  return wrong(last.accuracy < 0.3 ? words.hardly(numbers) : words.stillLearning(numbers));
}

/** The form's initial architecture: the reference network. */
export const BEGINNING: Architecture = { ...REFERENCE, name: 'small' };
