import { type DataSet, isStored, type SampleFiles } from '@/lib/network/subject';
import { fail, ok, type Result } from '@/lib/result';
import { asset } from '@/lib/site/asset';
import { fetchPart } from '@/lib/site/fetch-part';
import { type MapShape, size } from '@/lib/tensor/tensor';
import words from '@/words/samples';
import type { InputImage, Sample } from '../input-image';

export type { Sample } from '../input-image';

/** The address of a sample's PNG for display. */
export const thumbnailOf = (id: string, { folder }: SampleFiles, base?: string): string =>
  asset(`${folder}/${id}.png`, base);

/** The pixels of a sample in a shape. Raw bytes are taken as they are, so that no decoder comes between file and network. */
async function pixelsOf(response: Response, form: SampleFiles['form'], shape: MapShape): Promise<Uint8Array> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (form === 'bytes') return bytes;
  const [{ decodePng }, { scaleSquare }] = await Promise.all([import('../rgba-png'), import('../resample')]);
  const image = await decodePng(bytes);
  const side = Math.min(image.width, image.height);
  return scaleSquare(image, { x: (image.width - side) / 2, y: (image.height - side) / 2, side }, shape);
}

/**
 * Loads one sample with its pixels in the data set's shape. Its label is left out where it is none of the set's classes.
 */
export async function loadSample(
  sample: Pick<Sample, 'id' | 'label' | 'photograph'>,
  { samples, shape, classes, images }: Pick<DataSet, 'samples' | 'shape' | 'classes' | 'images'>,
  base?: string,
): Promise<Result<InputImage>> {
  if (images && isStored(images)) {
    // Few networks have images that the browser stores, so few visits load their reader.
    const reader = await fetchPart(() => import('../sets/training/stored-samples'));
    return reader.ok ? reader.value.storedSample(sample.id, images, shape) : reader;
  }
  const sentence = words.notFetched({ id: sample.id });
  const ending = samples.form === 'bytes' ? 'bin' : 'png';
  try {
    const response = await fetch(asset(`${samples.folder}/${sample.id}.${ending}`, base));
    if (!response.ok) return fail(sentence, `HTTP ${response.status}`);
    const pixels = await pixelsOf(response, samples.form, shape);
    if (pixels.length !== size(shape))
      return fail(sentence, `${pixels.length} bytes instead of ${size(shape)}`);
    return ok({
      id: sample.id,
      kind: 'sample',
      label: classes.includes(sample.label) ? sample.label : undefined,
      ...(sample.photograph && { photograph: sample.photograph }),
      name: words.sample({ id: sample.id }),
      pixels,
    });
  } catch (error) {
    return fail(sentence, String(error));
  }
}
