import type { Architecture } from '@/lib/network/architecture';
import { type DataSet, FIRST_SAMPLES, type Subject } from '@/lib/network/subject';
import { DIGITS } from '@/lib/shelf/digits';
import { PHOTOGRAPHS } from '@/lib/shelf/photographs';
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
      : { samples: { ...FIRST_SAMPLES, form: 'png' }, first: { id: 'cat-1', label: 'cat' } }),
  };
}

/** The subject of a network that was opened from a file: there are images to look at, and none to train on. */
export function openedSubject(id: string, { architecture, weights }: ReadyNetwork): Subject {
  return {
    id,
    architecture,
    dataSet: dataSetFor(id, architecture),
    weights: { given: weights },
    run: null,
    shipped: null,
  };
}
