import type { Subject } from '@/lib/network/subject';
import { fail, ok, type Result } from '@/lib/result';
import { fetchPart } from '@/lib/site/fetch-part';
import words from '@/words/state';

/** The ids of opened networks begin so. */
const OPENED = 'net-';
/** And those of the networks for data sets that whoever hosts the site has prepared. */
const OF_SITE = 'site-';

/**
 * The subject with an id: a network that comes with the site, one for a data set of whoever hosts it, or one that the learner
 * has opened from a file.
 */
export async function findSubject(id: string): Promise<Result<Subject>> {
  if (id.startsWith(OPENED)) return findOpened(id);
  if (id.startsWith(OF_SITE)) {
    const part = await fetchPart(() => import('./site-subject'));
    return part.ok ? part.value.siteSubject(id) : part;
  }
  // Most visits stay with the course's network, so the others are loaded when they are asked for.
  const shelf = await fetchPart(() => import('@/lib/shelf/shelf'));
  if (!shelf.ok) return shelf;
  const found = shelf.value.SHELF.find((subject) => subject.id === id);
  return found ? ok(found) : fail(words.noNetwork({ name: id.slice(0, 40) }));
}

async function findOpened(id: string): Promise<Result<Subject>> {
  const parts = await fetchPart(() =>
    Promise.all([import('./opened-networks'), import('./opened-subject'), import('./follow-name')]),
  );
  if (!parts.ok) return parts;
  const [{ openedNetwork }, { openedSubject }, { followName }] = parts.value;
  followName();
  const network = await openedNetwork(id);
  if (!network.ok) return network;
  return network.value ? ok(openedSubject(id, network.value)) : fail(words.notOpened());
}
