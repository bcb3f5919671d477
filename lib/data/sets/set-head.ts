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
