import type { ClassOfEach } from './run';
import { type DataSet, type ImageCounts, isStored } from './subject';

/**
 * The images that a network's figures are reported on: test images, which nothing is chosen by, where they are followed while
 * training; otherwise the validation images. A learner's own test images are left untouched until they are asked for.
 */
export const reportedSet = ({ counts, images }: Pick<DataSet, 'counts' | 'images'>): 'heldOut' | 'test' =>
  counts.test && images && !isStored(images) && images.test ? 'test' : 'heldOut';

/** The numbers of images of a run, with the test images that are followed among those measured after every epoch. */
export function measuredCounts(
  dataSet: Pick<DataSet, 'counts' | 'images'>,
): Pick<ImageCounts, 'training' | 'heldOut'> {
  const { training, heldOut, test = 0 } = dataSet.counts;
  return { training, heldOut: heldOut + (reportedSet(dataSet) === 'test' ? test : 0) };
}

/**
 * Whether a run may have been trained on these images: one of the time before the course's set had test images to follow saw
 * others, so its predictions are not shown beside them.
 */
export const isOfSet = (labels: ClassOfEach, set: Pick<DataSet, 'counts' | 'images'>): boolean =>
  reportedSet(set) !== 'test' || labels.test !== undefined;
