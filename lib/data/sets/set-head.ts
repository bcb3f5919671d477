import { type Besides, besides, countsOf, type LabelledSet } from './labelled-set';

/** What is known of a set without its images. */
export interface SetHead
  extends Pick<LabelledSet, 'name' | 'form' | 'classes' | 'shape' | 'count' | 'notes'>,
    Besides {
  readonly id: string;
  /** How many images there are: `[split][class]`. */
  readonly counts: readonly (readonly number[])[];
}

/** A set's head. */
export const headOf = (id: string, set: Omit<LabelledSet, 'pixels'>): SetHead => {
  const { name, form, classes, shape, count, notes } = set;
  return { id, name, form, classes, shape, count, notes, counts: countsOf(set), ...besides(set) };
};
