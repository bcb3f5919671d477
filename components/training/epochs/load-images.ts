import { onceLoaded } from '@/lib/once';
import { fetchPart } from '@/lib/site/fetch-part';

/**
 * The training and held-out images. They are some megabytes: fetched when they are first asked for, and kept for the
 * visit. Only who asks first hears how many bytes have come.
 */
export const loadImages = onceLoaded(async (onProgress: (bytes: number) => void) => {
  const reader = await fetchPart(() => import('@/lib/data/training-set'));
  return reader.ok ? reader.value.loadTrainingSet(({ loaded }) => onProgress(loaded)) : reader;
});
