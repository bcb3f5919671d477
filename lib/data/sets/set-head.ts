import type { LabelledSet } from './labelled-set';
import { countsOf } from './labelled-set';

/** What is known of a set without its images. */
export interface SetHead
  extends Pick<LabelledSet, 'name' | 'form' | 'classes' | 'shape' | 'count' | 'notes' | 'card' | 'fit'> {
  readonly id: string;
  /** How many images there are: `[split][class]`. */
  readonly counts: readonly (readonly number[])[];
}

/** A set's head. */
export const headOf = (id: string, set: Omit<LabelledSet, 'pixels'>): SetHead => {
  const { name, form, classes, shape, count, notes, card, fit } = set;
  const counts = countsOf(set);
  return { id, name, form, classes, shape, count, notes, counts, ...(card && { card }), ...(fit && { fit }) };
};
