import { OWN } from '@/lib/network/handle';
import { isStored } from '@/lib/network/subject';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/subject-file';
import { engineStore, presentEngine } from '../engine/engine';
import { until } from '../engine/until';
import { learner } from '../learner/learner';
import { runsStore } from '../runs/runs';
import { keepSet, keptSet } from '../subject/kept-sets';
import { keepOpened, openedNetwork } from '../subject/opened-networks';
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
  const network = OWN_ID.test(subject.id) ? await openedNetwork(subject.id) : ok(subject.id);
  if (!network.ok) return network;
  if (!network.value) return fail(words.networkGone());
  return ok(writeSubject({ network: network.value, run: run?.value ?? null, set: set?.value ?? null }));
}

/** Opens such a file: its data set and its network are stored here, the page turns to it, and its run goes on. */
export async function openSubjectFile(file: File): Promise<Result<void>> {
  const { name, size } = file;
  const bytes = async () => new Uint8Array(await file.arrayBuffer());
  const read = await readSubject({ name, size, bytes });
  if (!read.ok) return read;
  const { run } = read.value;
  const id = await stored(read.value);
  if (!id.ok) return id;
  learner.getState().chooseNetwork(id.value, null);
  const isThere = () =>
    subjectStore.getState().subject.id === id.value &&
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
