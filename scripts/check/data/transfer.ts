/**
 * `npm run check:transfer`: ten images of each of five classes of CIFAR-10 train a new last layer on the frozen
 * photographs' network, and the same layers from scratch, on the engine in headless Chromium. Both are tested on 1,000
 * other images. Exit 1 where the frozen network isn't {@link BETTER} more accurate, or where the images are not there:
 * PIPELINE_DATA names their folder. Images to train and to test with are both from CIFAR-10's test images, which the
 * photographs' network has never seen; its own training images are of the same ten classes, which helps it.
 */
import { range } from 'd3-array';
import type { LabelledImages } from '@/lib/data/data-set';
import { partOf } from '@/lib/data/split';
import { pipelineOf } from '@/lib/network/pipeline';
import type { TrainingSettings } from '@/lib/network/settings';
import { PHOTOGRAPHS } from '@/lib/shelf/photographs';
import { TRANSFER_SETTINGS } from '@/lib/store/subject/opened-subject';
import { forClasses } from '@/lib/store/subject/train-on-set';
import { makeParts } from '../../build/build';
import { packed, readPart } from '../../data/sets';
import { withLab } from '../../lab';
import type { Reached } from '../../lab/transfer';
import { stop } from '../../project';

const CLASSES = 5;
const A_CLASS = { training: 10, heldOut: 5, test: 200 };
const BETTER = 0.2;
const IMAGES = { training: '/data/training.bin', heldOut: '/data/held-out.bin' };
const TEST = '/data/test.bin';

const { initialisation, ...USUAL } = TRANSFER_SETTINGS;
/** As the page begins with. */
const SETTINGS: TrainingSettings = { optimizer: 'adam', batchSize: 32, seed: 1, ...USUAL };

/** So many images of each of the first classes, from a place in each class on. */
function some(set: LabelledImages, from: number, count: number): LabelledImages {
  const places = range(CLASSES).flatMap((label) =>
    range(set.count)
      .filter((place) => set.labels[place] === label)
      .slice(from, from + count),
  );
  return partOf(set, places);
}

const { architecture, dataSet } = PHOTOGRAPHS;
const names = dataSet.classes.slice(0, CLASSES);
const fitted = forClasses(architecture, names, 'transfer');
if (!fitted) throw new Error('the photographs’ network doesn’t end in its classes');
const learning = pipelineOf(fitted).stages.flatMap(({ id, weights }) => (weights ? [id] : []));
const all = await readPart(dataSet, 'test');
const parts = {
  training: some(all, 0, A_CLASS.training),
  // A run measures some after every epoch; nothing is chosen by them.
  heldOut: some(all, A_CLASS.training, A_CLASS.heldOut),
  test: some(all, A_CLASS.training + A_CLASS.heldOut, A_CLASS.test),
};
await makeParts(['engine']);
const files = new Map([
  [IMAGES.training, await packed(parts.training, dataSet)],
  [IMAGES.heldOut, await packed(parts.heldOut, dataSet)],
  [TEST, await packed(parts.test, dataSet)],
]);

const RUNS = {
  frozen: { ...SETTINGS, initialisation, frozen: learning.slice(0, -1) },
  scratch: SETTINGS,
} as const satisfies Readonly<Record<string, TrainingSettings>>;

/** The accuracy on the test images at the end of a run. */
async function accuracyOf(name: keyof typeof RUNS): Promise<number> {
  const run = { architecture: fitted, settings: RUNS[name], images: IMAGES, test: TEST };
  const { epoch, training, test } = await withLab(
    'scripts/lab/transfer.ts',
    (ask) => ask<Reached>('train', run),
    { files },
  );
  const share = (value: number) => `${(100 * value).toFixed(1)} %`;
  console.log(
    `${name}: after ${epoch} epochs ${share(training)} of the ${parts.training.count} training images and ` +
      `${share(test)} of the ${parts.test.count} test images`,
  );
  return test;
}

console.log(
  `${names.join(', ')}: ${A_CLASS.training} images each to train with, all from CIFAR-10's test images. The photographs' ` +
    'network was trained on CIFAR-10’s training images, which show the same classes.',
);
const frozen = await accuracyOf('frozen');
const scratch = await accuracyOf('scratch');
const points = 100 * (frozen - scratch);
console.log(`The frozen network is ${points.toFixed(1)} points better.`);
if (frozen - scratch < BETTER) stop(`That is less than ${100 * BETTER} points.`);
