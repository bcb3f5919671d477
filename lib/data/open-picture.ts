import { fail, type Result } from '@/lib/result';
import { keptOwnPicture } from './own-store';
import type { Picture } from './picture';
import { loadSample, loadSampleList } from './samples';

/** The picture that an address names: a sample, or an own picture kept in this browser. */
export async function pictureById(id: string, base?: string): Promise<Result<Picture>> {
  if (id.startsWith('own-')) {
    const kept = await keptOwnPicture(id);
    if (kept.ok && kept.value) return { ok: true, value: kept.value };
    return fail(
      'The link names a picture of someone’s own, which is not in this browser.',
      kept.ok ? id : kept.problem.detail,
    );
  }
  const list = await loadSampleList(base);
  if (!list.ok) return list;
  const sample = list.value.find((entry) => entry.id === id);
  return sample ? loadSample(sample, base) : fail(`There is no sample picture “${id.slice(0, 40)}”.`);
}
