/* The test images of a stored set, as images to look at. */
import type { InputImage, Sample } from '@/lib/data/input-image';
import { scaleInto } from '@/lib/data/training-set';
import type { StoredImages } from '@/lib/network/subject';
import { fail, ok, type Result } from '@/lib/result';
import { type MapShape, size } from '@/lib/tensor/tensor';
import words from '@/words/own-set';
import { divisionOf, openStored } from './stored-set';

const PREFIX = 'image-';

/** The id of the image at a place of its set. */
export const sampleId = (place: number): string => `${PREFIX}${place + 1}`;

/** What the image at a place of its set is called. */
export const sampleName = ({ site: name }: StoredImages, place: number): string =>
  name ? words.siteSample({ number: place + 1, name }) : words.sample({ number: place + 1 });

const placeOf = (id: string): number => Number(id.slice(PREFIX.length)) - 1;

/** The test images of a stored set, in its order. */
export async function storedSamples({ set: id, seed }: StoredImages): Promise<Result<readonly Sample[]>> {
  const opened = await openStored(id);
  if (!opened.ok) return opened;
  const set = opened.value;
  const { labels, head } = set;
  const { test } = await divisionOf(set, seed);
  return ok(
    test.map((place) => ({
      id: sampleId(place),
      label: head.classes[labels[place]],
      artist: '',
      heldOut: true,
    })),
  );
}

/** One image of a stored set in a network's shape. */
export async function storedSample(
  id: string,
  images: StoredImages,
  shape: MapShape,
): Promise<Result<InputImage>> {
  const opened = await openStored(images.set);
  if (!opened.ok) return opened;
  const { head, labels, pixels: read } = opened.value;
  const place = placeOf(id);
  if (!(place >= 0 && place < head.count)) return fail(words.notFound({ name: id.slice(0, 40) }));
  try {
    const pixels = new Uint8Array(size(shape));
    scaleInto(await read(place, place + 1), head.shape, shape, pixels);
    const name = sampleName(images, place);
    return ok({ id, kind: 'sample', label: head.classes[labels[place]], name, pixels });
  } catch (error) {
    return fail(words.gone(), String(error));
  }
}
