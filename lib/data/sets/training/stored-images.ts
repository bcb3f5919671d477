import type { LabelledImages } from '@/lib/data/data-set';
import type { Progress } from '@/lib/data/fetch-bytes';
import { scaleInto, type TrainingSet } from '@/lib/data/training-set';
import type { StoredImages } from '@/lib/network/subject';
import { fail, ok, type Result } from '@/lib/result';
import { type MapShape, size } from '@/lib/tensor/tensor';
import words from '@/words/own-set';
import { SPLITS } from '../labelled-set';
import type { Division } from './divide';
import { divisionOf, eachImage, openStored } from './stored-set';

/** Memory for a split's images, and where the next one goes. */
function roomFor(places: readonly number[], labels: Uint16Array, shape: MapShape): LabelledImages {
  return {
    count: places.length,
    shape,
    pixels: new Uint8Array(places.length * size(shape)),
    labels: Uint16Array.from(places, (place) => labels[place]),
    places,
  };
}

/**
 * Reads the parts of a stored set, each image scaled to `shape` as it comes from the disk: no more than the images in
 * that shape is ever in memory. The images' own shape if that is null. Fails where the set is gone, or is a different one
 * by now.
 */
export async function loadStored(
  { set: id, seed, count, classes }: StoredImages,
  shape: MapShape | null,
  onProgress: (progress: Progress) => void = () => {},
): Promise<Result<TrainingSet>> {
  const opened = await openStored(id);
  if (!opened.ok) return opened;
  const set = opened.value;
  const { head, labels } = set;
  if (head.count !== count || head.classes.join('\n') !== classes.join('\n'))
    return fail(words.changed({ name: head.name }));
  try {
    const division = await divisionOf(set, seed);
    const wanted = shape ?? head.shape;
    const parts = SPLITS.map((split) => roomFor(division[split], labels, wanted));
    const [splitOf, nextOf] = placesOf(division, count);
    const bytes = size(wanted);
    const total = count * size(head.shape);
    await eachImage(set, (image, place) => {
      const at = nextOf[place] * bytes;
      scaleInto(image, head.shape, wanted, parts[splitOf[place]].pixels.subarray(at, at + bytes));
      if (place % 100 === 0) onProgress({ loaded: place * size(head.shape), total });
    });
    onProgress({ loaded: total, total });
    const [training, heldOut, test] = parts;
    return ok({ training, heldOut, test });
  } catch (error) {
    return fail(words.noMemory({ name: head.name }), String(error));
  }
}

/** For each image the number of its split, and its place there. */
function placesOf(division: Division, count: number): readonly [Uint8Array, Uint32Array] {
  const splitOf = new Uint8Array(count);
  const nextOf = new Uint32Array(count);
  for (const [number, split] of SPLITS.entries())
    for (const [at, place] of division[split].entries()) {
      splitOf[place] = number;
      nextOf[place] = at;
    }
  return [splitOf, nextOf];
}

/** When the set was stored last; null where it is gone. */
export async function storedSince({ set }: StoredImages): Promise<number | null> {
  const opened = await openStored(set);
  return opened.ok ? opened.value.head.keptAt : null;
}
