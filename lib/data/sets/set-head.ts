import type { LabelledSet } from './labelled-set';
import { countsOf } from './labelled-set';

/** What is known of a set without its images. */
export interface SetHead
  extends Pick<
    LabelledSet,
    'name' | 'form' | 'classes' | 'shape' | 'count' | 'notes' | 'card' | 'fit' | 'originals'
  > {
  readonly id: string;
  /** How many images there are: `[split][class]`. */
  readonly counts: readonly (readonly number[])[];
}

/** A set's head. */
export const headOf = (id: string, set: Omit<LabelledSet, 'pixels'>): SetHead => {
  const { name, form, classes, shape, count, notes, card, fit, originals } = set;
  const counts = countsOf(set);
  const known = { ...(card && { card }), ...(fit && { fit }), ...(originals && { originals }) };
  return { id, name, form, classes, shape, count, notes, counts, ...known };
};
