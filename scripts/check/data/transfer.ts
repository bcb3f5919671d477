/**
 * `npm run check:transfer`: trains ten images of each of five classes of CIFAR-10, once on the shipped network for photographs
 * with a new last layer, once on the same architecture from scratch, and tests both on 1,000 other images. Each is trained
 * with the settings that the page proposes for it; from scratch also as long as the frozen network is, because the page's
 * proposal is shorter there, and the better of the two counts. Prints the accuracies of several draws; exit 1 where freezing
 * is less than {@link LEAST_GAIN} better in their mean, or where the images are not there: PIPELINE_DATA names their folder. All images are from CIFAR-10's test set, so the shipped
 * network has learned from none of them; it has learned from others of the same classes.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mean, range, shuffler } from 'd3-array';
import { randomLcg } from 'd3-random';
import type { LabelledImages } from '@/lib/data/data-set';
import { partOf } from '@/lib/data/split';
import { PHOTOGRAPHS } from '@/lib/shelf/photographs';
import { makeParts } from '../../build/build';
import { packed, readPart } from '../../data/sets';
import { withLab } from '../../lab';
import type { TransferEnd, TransferRun } from '../../lab/transfer';
import { ROOT, stop } from '../../project';

const CHOSEN = ['bird', 'cat', 'deer', 'dog', 'ship'];
const TRAINED = 10;
const TESTED = 200;
const SEEDS = [1, 2, 3];
/** Of all test images; in the mean over the draws. */
const LEAST_GAIN = 0.2;

const WEIGHTS = '/weights.safetensors';
const IMAGES = { training: '/training.bin', heldOut: '/held-out.bin' };

/** TRAINED images of each chosen class to train on and TESTED others to test; labelled by the chosen classes. */
function drawn(set: LabelledImages, seed: number): { training: LabelledImages; heldOut: LabelledImages } {
  const shuffle = shuffler(randomLcg(seed));
  const old = CHOSEN.map((name) => PHOTOGRAPHS.dataSet.classes.indexOf(name));
  const places = old.map((label) =>
    shuffle(range(set.count).filter((place) => set.labels[place] === label)).slice(0, TRAINED + TESTED),
  );
  const relabelled = (part: LabelledImages): LabelledImages => ({
    ...part,
    labels: part.labels.map((label) => old.indexOf(label)),
  });
  return {
    training: relabelled(
      partOf(
        set,
        places.flatMap((all) => all.slice(0, TRAINED)),
      ),
    ),
    heldOut: relabelled(
      partOf(
        set,
        places.flatMap((all) => all.slice(TRAINED)),
      ),
    ),
  };
}

async function trainAll(
  set: LabelledImages,
  seed: number,
): Promise<Readonly<Record<'onLearned' | 'fromScratch' | 'fromScratchAsLong', TransferEnd>>> {
  const { training, heldOut } = drawn(set, seed);
  const files = new Map<string, Uint8Array>([
    [IMAGES.training, await packed(training, PHOTOGRAPHS.dataSet)],
    [IMAGES.heldOut, await packed(heldOut, PHOTOGRAPHS.dataSet)],
    [WEIGHTS, readFileSync(join(ROOT, 'public', 'model', 'photographs', 'weights.safetensors'))],
  ]);
  const run: TransferRun = {
    architecture: PHOTOGRAPHS.architecture,
    weights: WEIGHTS,
    classes: CHOSEN,
    images: IMAGES,
    counts: { training: training.count, heldOut: heldOut.count },
    seed,
  };
  return withLab(
    'scripts/lab/transfer.ts',
    async (ask) => ({
      onLearned: await ask<TransferEnd>('onLearned', run),
      fromScratch: await ask<TransferEnd>('fromScratch', run),
      fromScratchAsLong: await ask<TransferEnd>('fromScratchAsLong', run),
    }),
    { files },
  );
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const line = (name: string, { accuracy, training, seconds, settings }: TransferEnd) =>
  console.log(
    `  ${name.padEnd(24)} ${percent(accuracy)} of ${CHOSEN.length * TESTED} test images ` +
      `(training ${percent(training)}; ${settings.epochs} epochs of batches of ${settings.batchSize}, ` +
      `${settings.optimizer} ${settings.learningRate}; ${seconds.toFixed(1)} s)`,
  );

const set = await readPart(PHOTOGRAPHS.dataSet, 'test');
await makeParts(['engine']);
console.log(
  `${TRAINED} images each of ${CHOSEN.join(', ')}, none of which the network for photographs was trained on;\n` +
    'others of these classes it was.\n',
);
const gains: number[] = [];
for (const seed of SEEDS) {
  const { onLearned, fromScratch, fromScratchAsLong } = await trainAll(set, seed);
  console.log(`draw ${seed}`);
  line(`${onLearned.settings.frozen?.length ?? 0} layers frozen`, onLearned);
  line('from scratch', fromScratch);
  line('from scratch, as long', fromScratchAsLong);
  gains.push(onLearned.accuracy - Math.max(fromScratch.accuracy, fromScratchAsLong.accuracy));
}
const gain = mean(gains) ?? 0;
console.log(`\n${(100 * gain).toFixed(1)} points better in the mean; to be reached: ${100 * LEAST_GAIN}.`);
if (gain < LEAST_GAIN) stop('Freezing does not help as much as it should.');
