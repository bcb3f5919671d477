import { type DataSet, FIRST_SAMPLE, FIRST_SAMPLES, type ImageSource } from '@/lib/network/subject';
import type { LabelledSet } from './labelled-set';
import { countsOf } from './labelled-set';

/** What is known of a set without its images. */
export interface SetHead
  extends Pick<LabelledSet, 'name' | 'form' | 'classes' | 'shape' | 'count' | 'notes' | 'card'> {
  readonly id: string;
  /** How many images there are: `[split][class]`. */
  readonly counts: readonly (readonly number[])[];
}

/** A set's head. */
export const headOf = (id: string, set: Omit<LabelledSet, 'pixels'>): SetHead => {
  const { name, form, classes, shape, count, notes, card } = set;
  return { id, name, form, classes, shape, count, notes, counts: countsOf(set), ...(card && { card }) };
};

/**
 * Describes a learner's set for the pages. `images`: where its packs are, for training; null as long as there are none. Images
 * to look at are the course's, as the set's shape.
 */
export function dataSetOf({ id, classes, shape, counts }: SetHead, images: ImageSource | null): DataSet {
  const [training, ...others] = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  return {
    id,
    classes,
    // Its classes are called as the learner calls them.
    names: {},
    shape,
    counts: { training, heldOut: others.find((count) => count > 0) ?? 0 },
    images,
    samples: { ...FIRST_SAMPLES, form: 'png' },
    first: FIRST_SAMPLE,
  };
}
