import { OWN } from '@/lib/network/handle';
import { isStored } from '@/lib/network/subject';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/subject-file';
import { engineStore, presentEngine } from '../engine/engine';
import { until } from '../engine/until';
import { learner } from '../learner/learner';
import { notices } from '../page/notices';
import { runsStore } from '../runs/runs';
import { keepSet, keptSet } from '../subject/kept-sets';
import { keepOpened, openedNetwork, type ReadyNetwork } from '../subject/opened-networks';
import { SITE, siteNetwork } from '../subject/site-subject';
import { subjectStore } from '../subject/subject';
import { readSubject, type WholeSubject, writeSubject } from '../subject/subject-file';
import { isTraining, trainingStore } from '../training/training';
import { runFiles } from './run-files';

/** How long a network may take to be there. */
const PATIENCE_MS = 60_000;
/** The ids of the learner's own networks begin so. */
const OWN_ID = /^net-/;

/** The present subject as the bytes of a file: the network, its run and its data set. */
export async function subjectBytes(): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const { subject } = subjectStore.getState();
  const setUp = await engineHasIt();
  if (!setUp.ok) return setUp;
  const { images } = subject.dataSet;
  const run = runsStore.getState().own?.run === 'own' ? await runFiles.bytes('own') : null;
  if (run && !run.ok) return run;
  const set = images && isStored(images) ? await keptSet(images.set) : null;
  if (set && !set.ok) return set;
  if (set && !set.value) return fail(words.setGone());
  const network = await networkOf(subject.id);
  if (!network.ok) return network;
  if (!network.value) return fail(words.networkGone());
  return ok(writeSubject({ network: network.value, run: run?.value ?? null, set: set?.value ?? null }));
}

/** The learner's own network, or that of a site's set, which other sites don't have; of the others only the id. */
const networkOf = (id: string): Promise<Result<ReadyNetwork | string | null>> => {
  if (OWN_ID.test(id)) return openedNetwork(id);
  return id.startsWith(SITE) ? siteNetwork(id) : Promise.resolve(ok(id));
};

/**
 * Opens such a file: its data set and its network are stored here, the page turns to it, and its run goes on. Fails where
 * nothing is opened; from the turn on a notice says what became of it, because the page's content is a new one by then.
 */
export async function openSubjectFile(file: File): Promise<Result<void>> {
  const { name, size } = file;
  const bytes = async () => new Uint8Array(await file.arrayBuffer());
  const read = await readSubject({ name, size, bytes });
  if (!read.ok) return read;
  const id = await stored(read.value);
  if (!id.ok) return id;
  const goneOn = await goOn(id.value, read.value.run, name);
  const { architecture } = subjectStore.getState().subject;
  notices.getState().notify(goneOn.ok ? words.opened({ name: architecture.name }) : goneOn.problem.sentence);
  return ok(undefined);
}

/** Turns the page to a network that this browser stores, and takes its run up. */
async function goOn(id: string, run: Uint8Array<ArrayBuffer> | null, name: string): Promise<Result<void>> {
  learner.getState().chooseNetwork(id, null);
  const isThere = () =>
    subjectStore.getState().subject.id === id &&
    presentEngine() !== null &&
    !isTraining(trainingStore.getState());
  await until(isThere, [subjectStore, trainingStore, engineStore], PATIENCE_MS);
  if (!isThere()) return fail(words.notThere());
  const setUp = await engineHasIt();
  if (!setUp.ok) return setUp;
  return run ? takeUp(run, name) : ok(undefined);
}

/**
 * Resolves when the engine has the present network, and its run is known: before, it would read a run as one of the network
 * before it.
 */
async function engineHasIt(): Promise<Result<unknown>> {
  await until(() => presentEngine() !== null, [engineStore], PATIENCE_MS);
  // The session sets the network up at the end of this task, and the engine answers when that is done.
  await new Promise((resolve) => setTimeout(resolve));
  return (await presentEngine()?.weights(OWN, 'exact')) ?? fail(words.notThere());
}

/** Stores the data set and the network; resolves with the network's id here. */
async function stored({ network, set }: WholeSubject): Promise<Result<string>> {
  if (typeof network === 'string') return ok(network);
  const kept = set && (await keepSet(set));
  if (kept && !kept.ok) return kept;
  const own = kept && network.own ? { ...network.own, set: kept.value } : network.own;
  const { id, kept: isKept } = await keepOpened({ ...network, ...(own && { own }) });
  return isKept.ok ? ok(id) : isKept;
}

/** The run takes the place of the one that this browser has of the network. */
async function takeUp(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<Result<void>> {
  const opened = await runFiles.open(new File([bytes], name));
  if (!opened.ok) return opened;
  // In a file whose parts belong together the run is one of its network.
  if (!('run' in opened.value)) return fail(words.damaged());
  const taken = await runFiles.takeOver(opened.value.run);
  return taken.ok ? ok(undefined) : taken;
}
