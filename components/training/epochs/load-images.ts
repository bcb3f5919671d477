import { onceLoaded } from '@/lib/once';
import { fetchPart } from '@/lib/site/fetch-part';

/**
 * The training and held-out images. They are several megabytes: loaded at the first request, and kept for the
 * visit. Only the first caller gets the download progress.
 */
export const loadImages = onceLoaded(async (onProgress: (bytes: number) => void) => {
  const reader = await fetchPart(() => import('@/lib/data/training-set'));
  return reader.ok ? reader.value.loadTrainingSet(({ loaded }) => onProgress(loaded)) : reader;
});
