import { SITE_SAMPLE, SITE_SAMPLES } from '@/lib/data/samples/site';
import type { Architecture } from '@/lib/network/architecture';
import { LARGEST_SIDE } from '@/lib/network/edit/draft';
import { pipelineOf } from '@/lib/network/pipeline';
import type { DataSet, Subject } from '@/lib/network/subject';
import { frozenStages } from '@/lib/network/transfer';
import { DIGITS } from '@/lib/shelf/digits';
import { PHOTOGRAPHS } from '@/lib/shelf/photographs';
import { SHELF } from '@/lib/shelf/shelf';
import type { OwnSet } from './opened-head';
import type { ReadyNetwork } from './opened-networks';

/** What can be looked at with a network from a file: grey images are digits most often, others are anything. */
export function dataSetFor(id: string, { classes, input }: Architecture): DataSet {
  const [, , channels] = input;
  const { pad, shape, samples, first } = DIGITS.dataSet;
  const drawn = shape.every((side, axis) => side === input[axis]);
  return {
    id,
    classes,
    // Its classes are called as the file or the learner calls them; the others are the samples'.
    names: Object.fromEntries(
      Object.entries(PHOTOGRAPHS.dataSet.names).filter(([label]) => !classes.includes(label)),
    ),
    shape: input,
    counts: { training: 0, heldOut: 0 },
    images: null,
    ...(drawn && { pad }),
    ...(channels === 1
      ? { samples, first }
      : { samples: { ...SITE_SAMPLES, form: 'png' }, first: SITE_SAMPLE }),
  };
}

/** The course's images, which are the ones to train on. */
const [{ dataSet: DRAWINGS }] = SHELF;

/** Whether a network predicts the classes of the course's images. */
export const hasCourseClasses = ({ classes }: Architecture): boolean =>
  classes.join('\n') === DRAWINGS.classes.join('\n');

/** Whether a network that was built here can be trained on the course's images: it has their classes, and isn't too large. */
export const canTrain = (architecture: Architecture): boolean =>
  hasCourseClasses(architecture) && Math.max(...architecture.input.slice(0, 2)) <= LARGEST_SIDE;

/** The course's images for a network of their classes, scaled to its input; other networks get no images to train on. */
function dataSetToTrain(id: string, architecture: Architecture): DataSet {
  if (!canTrain(architecture) || !DRAWINGS.images) return dataSetFor(id, architecture);
  const isOwnShape = architecture.input.join() === DRAWINGS.shape.join();
  return {
    ...DRAWINGS,
    shape: architecture.input,
    images: isOwnShape ? DRAWINGS.images : { ...DRAWINGS.images, scaled: true },
    samples: isOwnShape ? DRAWINGS.samples : { ...DRAWINGS.samples, form: 'png' },
  };
}

/** What training a new last layer and the one below it begins with: most of the weights are good already. */
const TRANSFER_SETTINGS = { learningRate: 0.001, epochs: 20, initialisation: 'opened' } as const;
/** An epoch of few images still has this many steps; of one or two it would learn hardly anything. */
const TRANSFER_STEPS = 8;

/** The batch size that training usually begins with; a small set has fewer images. */
const USUAL_BATCH = 32;

/** The subject of a network that is trained on a set of the learner's own, possibly from weights that it was made with. */
function ownSubject(id: string, { architecture, weights }: ReadyNetwork, own: OwnSet): Subject {
  const { set, seed, count, counts, first, site, goesOn } = own;
  const { classes, input } = architecture;
  const batchSize = Math.min(USUAL_BATCH, counts.training);
  return {
    id,
    architecture,
    dataSet: {
      id: `${set}-${seed}`,
      classes,
      names: {},
      shape: input,
      counts,
      images: { set, seed, count, classes, ...(site && { site }) },
      samples: { ...SITE_SAMPLES, form: 'stored' },
      first,
    },
    weights: 'kept',
    run: null,
    shipped: null,
    ...(weights && { brought: weights }),
    ...(goesOn && { before: goesOn.before }),
    settings: {
      batchSize,
      // Transfer learning.
      ...(weights && {
        ...TRANSFER_SETTINGS,
        batchSize: Math.min(batchSize, Math.ceil(counts.training / TRANSFER_STEPS)),
        frozen: frozenStages(pipelineOf(architecture)),
      }),
      // As it was trained before.
      ...(goesOn && { learningRate: goesOn.learningRate, epochs: goesOn.epochs, frozen: goesOn.frozen }),
    },
  };
}

/**
 * The subject of a network that was opened from a file, with images to look at and none to train on; or of one that was
 * built here, which is trained like any other, or made for a data set of the learner's own.
 */
export function openedSubject(id: string, network: ReadyNetwork): Subject {
  const { architecture, weights, own } = network;
  if (own) return ownSubject(id, network, own);
  return {
    id,
    architecture,
    dataSet: weights ? dataSetFor(id, architecture) : dataSetToTrain(id, architecture),
    weights: weights ? { opened: weights } : 'kept',
    run: null,
    shipped: null,
  };
}
