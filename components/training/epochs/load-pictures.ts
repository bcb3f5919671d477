import type { TrainingSet } from '@/lib/data/training-set';
import type { Problem } from '@/lib/result';
import { fetchPart } from '@/lib/site/fetch-part';

/** The pictures are some megabytes: fetched when they are first asked for, and kept for the visit. */
let loading: Promise<TrainingSet | Problem> | null = null;

async function load(onProgress: (loaded: number) => void): Promise<TrainingSet | Problem> {
  const reader = await fetchPart(() => import('@/lib/data/training-set'));
  const loaded = reader.ok
    ? await reader.value.loadTrainingSet((progress) => onProgress(progress.loaded))
    : reader;
  if (!loaded.ok) loading = null;
  return loaded.ok ? loaded.value : loaded.problem;
}

/** The training and held-out pictures. Only who asks first hears how far they are. */
export function loadPictures(onProgress: (loaded: number) => void): Promise<TrainingSet | Problem> {
  loading ??= load(onProgress);
  return loading;
}
