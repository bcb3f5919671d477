import { nextTask } from '@/lib/data/next-task';
import type { TrainingSet } from '@/lib/data/training-set';
import { type DataSet, type ImageSource, isStored } from '@/lib/network/subject';
import { onceLoaded } from '@/lib/once';
import { ok, type Result } from '@/lib/result';
import { fetchPart } from '@/lib/site/fetch-part';

async function newLoader() {
  const part = await fetchPart(() => import('@/lib/data/image-loader'));
  if (!part.ok) return part;
  return ok(new part.value.ImageLoader({ whileUnpacking: nextTask, whileScaling: nextTask }));
}

/** The images that ship are several megabytes: loaded at the first request, and kept for the visit. */
const siteLoader = onceLoaded(newLoader);

/** A set of the learner's own may be larger than anything that ships: it is kept no longer than it is looked at. */
const loaderOf = ({ images }: DataSet) => (images && isStored(images) ? newLoader() : siteLoader());

/** The images that a data set's networks are trained on and measured with, in the shape that they are stored in. */
export async function loadImagesOf(
  dataSet: DataSet,
  onProgress: (bytes: number) => void = () => {},
): Promise<Result<TrainingSet>> {
  const { images, shape } = dataSet;
  const loader = await loaderOf(dataSet);
  if (!loader.ok) return loader;
  const own = images && isStored(images) ? shape : null;
  return loader.value.load({ images, shape: own }, ({ loaded }) => onProgress(loaded));
}

/** The same images as the data set's network sees them: scaled to its input where that is smaller or larger. */
export async function loadSeenImages(dataSet: DataSet): Promise<Result<TrainingSet>> {
  const loader = await loaderOf(dataSet);
  return loader.ok ? loader.value.load(dataSet) : loader;
}

/** Who made the test images, for a sentence: other artists, or whoever made the other images. */
export const testBy = (images: ImageSource | null): 'artist' | 'other' =>
  images && !isStored(images) && images.byAnother ? 'artist' : 'other';
