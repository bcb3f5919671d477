import type { TrainingSet } from '@/lib/data/training-set';
import { type DataSet, FIRST_IMAGES, type ImageSource, isStored } from '@/lib/network/subject';
import { onceLoaded, oncePerKey } from '@/lib/once';
import { ok, type Result } from '@/lib/result';
import { fetchPart } from '@/lib/site/fetch-part';

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/**
 * The training and held-out images. They are several megabytes: loaded at the first request, and kept for the
 * visit. Only the first caller gets the download progress.
 */
export const loadImages = onceLoaded(async (onProgress: (bytes: number) => void) => {
  const reader = await fetchPart(() => import('@/lib/data/training-set'));
  if (!reader.ok) return reader;
  const { loadTrainingSet } = reader.value;
  return loadTrainingSet(({ loaded }) => onProgress(loaded), undefined, FIRST_IMAGES, nextTask);
});

/** The images that a data set's networks are trained on and measured with, in the shape that they are stored in. */
export async function loadImagesOf(
  { images, shape }: DataSet,
  onProgress: (bytes: number) => void,
): Promise<Result<TrainingSet>> {
  if (!images || !isStored(images)) return loadImages(onProgress);
  const reader = await fetchPart(() => import('@/lib/data/sets/training/stored-images'));
  return reader.ok ? reader.value.loadStored(images, shape, ({ loaded }) => onProgress(loaded)) : reader;
}

/** Those that were scaled last, by their shape. */
const scaled = oncePerKey<Promise<TrainingSet>>();

/** The same images as the data set's network sees them: scaled to its input where that is smaller or larger. */
export async function loadSeenImages(dataSet: DataSet): Promise<Result<TrainingSet>> {
  const { images, shape } = dataSet;
  const loaded = await loadImagesOf(dataSet, () => {});
  if (!loaded.ok || !images || isStored(images) || !images.scaled) return loaded;
  const reader = await fetchPart(() => import('@/lib/data/training-set'));
  if (!reader.ok) return reader;
  const { scaleTrainingSet } = reader.value;
  return ok(await scaled(shape.join(), () => scaleTrainingSet(loaded.value, shape, nextTask)));
}

/** Whether they are the drawings that ship with the site, whose held-out images are by another artist. */
export const isFirstImages = (images: ImageSource | null): boolean =>
  images !== null && !isStored(images) && images.training === FIRST_IMAGES.training;
