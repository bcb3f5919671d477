import { FIRST_IMAGES, type ImageAddresses } from '@/lib/network/subject';
import { ok, type Result } from '@/lib/result';
import { asset } from '@/lib/site/asset';
import type { LabelledImages } from './data-set';
import { fetchAll, type Progress } from './fetch-bytes';
import { decodePack } from './pack/pack';

export type { LabelledImages } from './data-set';

export interface TrainingSet {
  readonly training: LabelledImages;
  /** Images by an artist who drew none of the training images. */
  readonly heldOut: LabelledImages;
}

/**
 * Fetches and unpacks the training and the held-out images. Runs in a page, a worker or Node; needs no canvas.
 * `base` is the prefix of the site's addresses; the page passes it to a worker.
 */
export async function loadTrainingSet(
  onProgress: (progress: Progress) => void,
  base?: string,
  { training: from, heldOut: other }: ImageAddresses = FIRST_IMAGES,
): Promise<Result<TrainingSet>> {
  const packs = await fetchAll(
    [from, other].map((path) => asset(path, base)),
    onProgress,
  );
  if (!packs.ok) return packs;
  const [training, heldOut] = await Promise.all(packs.value.map(decodePack));
  if (!training.ok) return training;
  if (!heldOut.ok) return heldOut;
  return ok({ training: training.value, heldOut: heldOut.value });
}
