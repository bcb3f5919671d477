/* Image files in the shape of a stored data set, to be added to one of its classes. */
import { closeImage, cutImage, openImage } from '@/lib/data/opened-image';
import { seenAs } from '@/lib/data/own-image';
import { middleSquare } from '@/lib/data/resample';
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

/** Reads image files, the middle square of each. Fails where the set is gone. */
export async function readAdded(
  set: string,
  files: readonly ChosenFile[],
  label: number,
): Promise<Result<ReadAdded>> {
  const stored = await openStored(set);
  if (!stored.ok) return stored;
  const { shape } = stored.value.head;
  const images: AddedImage[] = [];
  const problems: string[] = [];
  for (const { file, name } of files) {
    const opened = await openImage(file, name, shape);
    if (!opened.ok) {
      problems.push(opened.problem.sentence);
      continue;
    }
    const whole = cutImage(opened.value, middleSquare(opened.value.original));
    closeImage(opened.value);
    images.push({ pixels: seenAs(whole, shape).pixels, label });
  }
  return ok({ images, problems });
}
