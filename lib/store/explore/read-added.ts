/* Image files in the shape of a stored data set, to be added to one of its classes. */
import { closeImage, openImage } from '@/lib/data/opened-image';
import { scaleRegion } from '@/lib/data/resample';
import { fittedRegion } from '@/lib/data/sets/fit-image';
import { readRegion } from '@/lib/data/sets/reading/read-region';
import type { AddedImage } from '@/lib/data/sets/training/mend';
import { openStored } from '@/lib/data/sets/training/stored-set';
import type { Result } from '@/lib/result';
import { ok } from '@/lib/result';
import type { ChosenFile } from '@/lib/site/chosen-files';

/** The images that could be read, and a sentence for each file that couldn't. */
export interface ReadAdded {
  readonly images: readonly AddedImage[];
  readonly problems: readonly string[];
}

/** Reads image files as those of the set were read: the middle of each, or all of it. Fails where the set is gone. */
export async function readAdded(
  set: string,
  files: readonly ChosenFile[],
  label: number,
): Promise<Result<ReadAdded>> {
  const stored = await openStored(set);
  if (!stored.ok) return stored;
  // Of sets from a camera, and of those that were stored before it was noted, the middle was used.
  const { shape, fit = 'crop' } = stored.value.head;
  const images: AddedImage[] = [];
  const problems: string[] = [];
  for (const { file, name } of files) {
    const opened = await openImage(file, name, shape);
    if (!opened.ok) {
      problems.push(opened.problem.sentence);
      continue;
    }
    const { original } = opened.value;
    const { image, region } = readRegion(original, fittedRegion(original, { shape, fit }));
    closeImage(opened.value);
    images.push({ pixels: scaleRegion(image, region, shape), label });
  }
  return ok({ images, problems });
}
