import * as v from 'valibot';
import { type DataSet, isStored } from '@/lib/network/subject';
import { fail, ok, type Result } from '@/lib/result';
import { asset } from '@/lib/site/asset';
import { fetchPart } from '@/lib/site/fetch-part';
import words from '@/words/samples';
import type { Sample } from './sample';

const SampleSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z]+(-photo)?-\d+$/)),
  /** One of the data set's classes. */
  label: v.string(),
  /** The artist, by the name of the set in the credits; of a photograph, who took it. */
  artist: v.string(),
  /** A test image, by an artist whose drawings are never trained on. */
  heldOut: v.boolean(),
  photograph: v.exactOptional(v.literal(true)),
});
/** The contents of `samples.json`. */
export const SampleListSchema = v.object({ version: v.literal(1), samples: v.array(SampleSchema) });

const UNREACHABLE = words.unreachable();

/** The list of all samples of a data set: about 60 short entries, no images. */
export async function loadSampleList(
  { samples, classes, images }: Pick<DataSet, 'samples' | 'classes' | 'images'>,
  base?: string,
): Promise<Result<readonly Sample[]>> {
  if (images && isStored(images)) {
    const reader = await fetchPart(() => import('../sets/training/stored-samples'));
    return reader.ok ? reader.value.storedSamples(images) : reader;
  }
  try {
    const response = await fetch(asset(samples.list, base));
    if (!response.ok) return fail(UNREACHABLE, `${samples.list}: HTTP ${response.status}`);
    const read = v.safeParse(SampleListSchema, await response.json());
    if (!read.success) return fail(UNREACHABLE, v.summarize(read.issues));
    const list = read.output.samples;
    // Only a set's own samples have to be of its classes: others are looked at with any network.
    const other = samples.form === 'bytes' && list.find(({ label }) => !classes.includes(label));
    return other ? fail(UNREACHABLE, `no class ${other.label}`) : ok(list);
  } catch (error) {
    return fail(UNREACHABLE, String(error));
  }
}
