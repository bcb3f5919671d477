import type { Picture } from '@/lib/data/picture';
import { DEFAULT_LABEL, DEFAULT_SAMPLE, loadSample, loadSampleList } from '@/lib/data/samples';
import { fail, type Result } from '@/lib/result';
import words from '@/words/state';

/** The picture that an id names: a sample, or one of the learner's own that this browser keeps. */
export async function findPicture(id: string | null): Promise<Result<Picture>> {
  const wanted = id ?? DEFAULT_SAMPLE;
  if (wanted.startsWith('own-')) {
    // Fetched by whoever has one: it opens the browser's database.
    const { keptOwnPicture } = await import('@/lib/data/own-store');
    const kept = await keptOwnPicture(wanted);
    if (!kept.ok) return kept;
    if (kept.value) return { ok: true, value: kept.value };
    return fail(words.noOwn());
  }
  // The first picture waits for no list.
  if (wanted === DEFAULT_SAMPLE) return loadSample({ id: DEFAULT_SAMPLE, label: DEFAULT_LABEL });
  const list = await loadSampleList();
  if (!list.ok) return list;
  const sample = list.value.find((entry) => entry.id === wanted);
  if (sample) return loadSample(sample);
  return fail(words.noSample({ name: wanted.slice(0, 40) }));
}
