import * as v from 'valibot';
import { fail, ok, type Result } from '@/lib/result';
import { asset } from '@/lib/site/asset';
import { type MapShape, size } from '@/lib/tensor/tensor';
import words from '@/words/samples';
import type { InputImage } from './input-image';

const SampleSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z]+-\d+$/)),
  /** One of the data set's classes. */
  label: v.string(),
  /** The artist, by the name of the set in the credits. */
  artist: v.string(),
  /** Drawn by the artist whose images are never trained on. */
  heldOut: v.boolean(),
});
/** The contents of `samples.json`. */
export const SampleListSchema = v.object({ version: v.literal(1), samples: v.array(SampleSchema) });

export type Sample = Readonly<v.InferOutput<typeof SampleSchema>>;

/** The address of a sample's PNG for display. Its raw bytes lie beside it (see {@link loadSample}). */
export const thumbnailOf = (id: string, base?: string): string => asset(`/pictures/samples/${id}.png`, base);

const UNREACHABLE = words.unreachable();

/**
 * The list of all samples of these classes: about 60 short entries, no images. A list with other classes is
 * rejected.
 */
export async function loadSampleList(
  classes: readonly string[],
  base?: string,
): Promise<Result<readonly Sample[]>> {
  try {
    const response = await fetch(asset('/pictures/samples.json', base));
    if (!response.ok) return fail(UNREACHABLE, `samples.json: HTTP ${response.status}`);
    const read = v.safeParse(SampleListSchema, await response.json());
    if (!read.success) return fail(UNREACHABLE, v.summarize(read.issues));
    const { samples } = read.output;
    const other = samples.find(({ label }) => !classes.includes(label));
    return other ? fail(UNREACHABLE, `no class ${other.label}`) : ok(samples);
  } catch (error) {
    return fail(UNREACHABLE, String(error));
  }
}

/**
 * Loads one sample with its pixels in the data set's shape: raw bytes, so that no image decoder or canvas
 * comes between file and network.
 */
export async function loadSample(
  sample: Pick<Sample, 'id' | 'label'>,
  shape: MapShape,
  base?: string,
): Promise<Result<InputImage>> {
  const sentence = words.notFetched({ id: sample.id });
  try {
    const response = await fetch(asset(`/pictures/samples/${sample.id}.bin`, base));
    if (!response.ok) return fail(sentence, `HTTP ${response.status}`);
    const pixels = new Uint8Array(await response.arrayBuffer());
    if (pixels.length !== size(shape))
      return fail(sentence, `${pixels.length} bytes instead of ${size(shape)}`);
    return ok({
      id: sample.id,
      kind: 'sample',
      label: sample.label,
      name: words.sample({ id: sample.id }),
      pixels,
    });
  } catch (error) {
    return fail(sentence, String(error));
  }
}
