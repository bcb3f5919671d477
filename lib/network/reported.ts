import type { ClassOfEach } from './run';
import { type DataSet, isStored } from './subject';

/**
 * The images that a network's figures are reported on: test images, which nothing is chosen by, where they are followed while
 * training; otherwise the validation images. A learner's own test images are left untouched until they are asked for.
 */
export const reportedSet = ({ counts, images }: Pick<DataSet, 'counts' | 'images'>): 'heldOut' | 'test' =>
  counts.test && images && !isStored(images) && images.test ? 'test' : 'heldOut';

/**
 * Whether a run may have been trained on these images: one of the time before the course's set had test images to follow saw
 * others, so its predictions are not shown beside them.
 */
export const isOfSet = (labels: ClassOfEach, set: Pick<DataSet, 'counts' | 'images'>): boolean =>
  reportedSet(set) !== 'test' || labels.test !== undefined;
