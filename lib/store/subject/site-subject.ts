/* A data set that the site serves, as a subject: fetched and stored in this browser when it is first chosen. */
import { nextTask } from '@/lib/data/next-task';
import { listSiteSets, loadSiteSet, packAddresses, type SiteSet } from '@/lib/data/sets/site-set';
import { setProblem } from '@/lib/data/sets/training/set-problem';
import type { Subject } from '@/lib/network/subject';
import { fail, ok, type Result } from '@/lib/result';
import { PRESETS } from '@/lib/shelf/presets';
import { asset } from '@/lib/site/asset';
import data from '@/words/data-page';
import words from '@/words/state';
import { notify } from '../page/notices';
import { keepServed, listSets } from './kept-sets';
import type { ReadyNetwork } from './opened-networks';
import { openedSubject } from './opened-subject';
import { forClasses, networkForSet } from './train-on-set';

/** The ids of such subjects begin so. */
export const SITE = 'site-';

/** The id of the subject of a site's set; an address may name it. */
export const siteSubjectId = ({ folder }: Pick<SiteSet, 'folder'>): string => SITE + folder;

/** The site's sets on which a network can be trained: of each image class at least one is trained on. */
export const trainable = (sets: readonly SiteSet[]): readonly SiteSet[] =>
  sets.filter(({ about }) => setProblem(about) === null);

/** Stores a site's set in this browser, unless it is there; resolves with its id here. */
async function stored({ folder, about }: SiteSet): Promise<Result<string>> {
  // The same content has the same id, so it is fetched once, and anew when the site has another.
  const id = `set-${about.sum}`;
  const listed = await listSets();
  if (!listed.ok) return listed;
  if (listed.value.some((set) => set.id === id)) return ok(id);
  notify(words.fetchingSet({ name: about.name }));
  const addresses = packAddresses(folder).map((path) => asset(path));
  const loaded = await loadSiteSet(about, addresses, () => {}, nextTask);
  return loaded.ok ? keepServed(loaded.value, id) : loaded;
}

/** The network of a site's set. Fails where there is no such set, or where it can't be fetched or stored. */
export async function siteNetwork(id: string): Promise<Result<ReadyNetwork>> {
  const listed = await listSiteSets();
  if (!listed.ok) return listed;
  const set = listed.value.find((one) => siteSubjectId(one) === id);
  if (!set) return fail(words.noNetwork({ name: id.slice(0, 40) }));
  const { classes, counts, network, name } = set.about;
  const problem = setProblem({ classes, counts });
  if (problem) return fail(problem);
  const fitted = forClasses(PRESETS[network === 'transfer' ? 'photographs' : network], classes, name);
  if (!fitted) return fail(data.unfitSet({ name }));
  const kept = await stored(set);
  if (!kept.ok) return kept;
  const made = await networkForSet(kept.value, fitted, network === 'transfer');
  const own = made.ok && made.value.own;
  return own ? ok({ ...made.value, own: { ...own, site: name } }) : made;
}

/** The subject of a site's set, as every page shows it. */
export async function siteSubject(id: string): Promise<Result<Subject>> {
  const network = await siteNetwork(id);
  return network.ok ? ok(openedSubject(id, network.value)) : network;
}
