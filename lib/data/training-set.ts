import { ok, type Result } from '@/lib/result';
import { asset } from '@/lib/site/asset';
import type { LabelledImages } from './data-set';
import { fetchAll, type Progress } from './fetch-bytes';
import { decodePack } from './pack';

export type { LabelledImages } from './data-set';

export interface TrainingSet {
  readonly training: LabelledImages;
  /** Images by an artist who drew none of the training images. */
  readonly heldOut: LabelledImages;
}

/**
 * Fetches and unpacks the 1,000 training and 200 held-out images. Runs in a page, a worker or Node; needs no
 * canvas. `base` is the prefix of the site's addresses; the page passes it to a worker.
 */
export async function loadTrainingSet(
  onProgress: (progress: Progress) => void,
  base?: string,
  signal?: AbortSignal,
): Promise<Result<TrainingSet>> {
  const addresses = ['/pictures/training.bin', '/pictures/held-out.bin'].map((path) => asset(path, base));
  const packs = await fetchAll(addresses, onProgress, signal);
  if (!packs.ok) return packs;
  const [training, heldOut] = await Promise.all(packs.value.map(decodePack));
  if (!training.ok) return training;
  if (!heldOut.ok) return heldOut;
  return ok({ training: training.value, heldOut: heldOut.value });
}
