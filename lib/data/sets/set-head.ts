import { type Besides, besides, countsOf, type LabelledSet } from './labelled-set';

/** What is known of a set without its images. */
export interface SetHead
  extends Pick<LabelledSet, 'name' | 'form' | 'classes' | 'shape' | 'count' | 'notes' | 'odd'>,
    Besides {
  readonly id: string;
  /** How many images there are: `[split][class]`. */
  readonly counts: readonly (readonly number[])[];
}

/** A set's head. */
export const headOf = (id: string, set: Omit<LabelledSet, 'pixels'>): SetHead => {
  const { name, form, classes, shape, count, notes, odd } = set;
  const counts = countsOf(set);
  return { id, name, form, classes, shape, count, notes, ...(odd && { odd }), counts, ...besides(set) };
};
