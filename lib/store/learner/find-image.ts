import type { InputImage } from '@/lib/data/input-image';
import { loadSample } from '@/lib/data/samples/sample';
import { fail, type Result } from '@/lib/result';
import words from '@/words/state';
import { subjectStore } from '../subject/subject';

/** The image with an id: a sample, or one of the learner's own that this browser has stored. */
export async function findImage(id: string | null): Promise<Result<InputImage>> {
  const { dataSet } = subjectStore.getState().subject;
  const { shape, first } = dataSet;
  const wanted = id ?? first.id;
  if (wanted.startsWith('own-')) {
    // Loaded only for own images: it opens the browser's database.
    const { keptOwnImage } = await import('@/lib/data/own-store');
    const kept = await keptOwnImage(wanted, shape);
    if (!kept.ok) return kept;
    if (kept.value) return { ok: true, value: kept.value };
    return fail(words.noOwn());
  }
  // Any image of a stored set is found without a list.
  if (dataSet.samples.form === 'stored') return loadSample({ id: wanted, label: '' }, dataSet);
  // The first image does not wait for the list.
  if (wanted === first.id) return loadSample(first, dataSet);
  const { loadSampleList } = await import('@/lib/data/samples/list');
  const list = await loadSampleList(dataSet);
  if (!list.ok) return list;
  const sample = list.value.find((entry) => entry.id === wanted);
  if (sample) return loadSample(sample, dataSet);
  return fail(words.noSample({ name: wanted.slice(0, 40) }));
}
