import type { Subject } from '@/lib/network/subject';
import { fail, ok, type Result } from '@/lib/result';
import { fetchPart } from '@/lib/site/fetch-part';
import words from '@/words/state';

/** The subject with an id: a network that comes with the site. */
export async function findSubject(id: string): Promise<Result<Subject>> {
  // Most visits stay with the course's network, so the others are loaded when they are asked for.
  const shelf = await fetchPart(() => import('@/lib/shelf/shelf'));
  if (!shelf.ok) return shelf;
  const found = shelf.value.SHELF.find((subject) => subject.id === id);
  return found ? ok(found) : fail(words.noNetwork({ name: id.slice(0, 40) }));
}
