import type { TrainingSet } from '@/lib/data/training-set';
import type { Problem } from '@/lib/result';

/** The pictures are some megabytes: fetched when they are first asked for, and kept for the visit. */
let loading: Promise<TrainingSet | Problem> | null = null;

async function load(onProgress: (loaded: number) => void): Promise<TrainingSet | Problem> {
  const { loadTrainingSet } = await import('@/lib/data/training-set');
  const loaded = await loadTrainingSet((progress) => onProgress(progress.loaded));
  if (!loaded.ok) loading = null;
  return loaded.ok ? loaded.value : loaded.problem;
}

/** The training and held-out pictures. Only who asks first hears how far they are. */
export function loadPictures(onProgress: (loaded: number) => void): Promise<TrainingSet | Problem> {
  loading ??= load(onProgress);
  return loading;
}
