/* A run file of another network than the one at work: the page turns to the network that it belongs to, and opens it there. */
import type { Architecture } from '@/lib/network/architecture';
import type { OtherRun, RunDataSet } from '@/lib/network/run';
import type { Subject } from '@/lib/network/subject';
import { isSameArchitecture } from '@/lib/run/architecture-schema';
import { SHELF } from '@/lib/shelf/shelf';
import words from '@/words/run-files';
import { engineStore } from '../engine/engine';
import { until } from '../engine/until';
import { learner } from '../learner/learner';
import { notify } from '../page/notices';
import { keepOpened, type ListedNetwork, listOpened, type ReadyNetwork } from '../subject/opened-networks';
import { canTrain, openedSubject } from '../subject/opened-subject';
import { FIRST_SUBJECT, subjectStore } from '../subject/subject';
import { runFiles } from './run-files';

/** The network of a run: what it is built of, and on which images it was trained, where that is known. */
type RunNetwork = Pick<OtherRun, 'weights'> & {
  readonly log: { readonly architecture: Architecture; readonly dataSet?: RunDataSet };
};

/** The subjects that the learner can turn to: the shelf's first, then the opened and the built ones. */
async function subjects(): Promise<readonly Subject[]> {
  const { networks } = await listOpened();
  const ofHead = ({ id, architecture, built, own }: ListedNetwork) =>
    openedSubject(id, { architecture, weights: built ? null : {}, ...(own && { own }) });
  return [...SHELF, ...networks.map(ofHead)];
}

/** The id of the subject that a run belongs to; null where there is none yet. Older runs don't name their data set. */
async function findOwner({ log: { architecture, dataSet } }: RunNetwork): Promise<string | null> {
  const owner = (await subjects()).find(
    (subject) =>
      isSameArchitecture(subject.architecture, architecture) &&
      (!dataSet || subject.dataSet.id === dataSet.id),
  );
  return owner?.id ?? null;
}

/**
 * What the file says of its network. One that can be trained on the course's images is as if it had been built here, so the run can
 * be resumed; any other has the run's last weights, and images to look at.
 */
function networkOf({ log: { architecture, dataSet }, weights }: RunNetwork): ReadyNetwork {
  const [{ dataSet: drawings }] = SHELF;
  const trains = canTrain(architecture) && (!dataSet || dataSet.id === drawings.id);
  return { architecture, weights: trains ? null : weights };
}

/** The id of a run's subject, which is made from the file where there is none. */
export async function subjectOfRun(run: RunNetwork): Promise<string> {
  const owner = await findOwner(run);
  if (owner !== null) return owner;
  const { id, kept } = await keepOpened(networkOf(run));
  if (!kept.ok) notify(kept.problem.sentence);
  return id;
}

/** Turns the page to the network of a run file, opens the run there and selects its epochs. Where it can't, a notice says so. */
export async function openWithNetwork(file: File, run: OtherRun): Promise<void> {
  const id = await subjectOfRun(run);
  learner.getState().chooseNetwork(id);
  const isThere = () => {
    const { subject, network } = subjectStore.getState();
    return subject.id === id && network !== null;
  };
  const isGivenUp = () =>
    (learner.getState().network ?? FIRST_SUBJECT) !== id || engineStore.getState().phase === 'failed';
  await until(() => isThere() || isGivenUp(), [subjectStore, learner, engineStore]);
  const opened = isThere() ? await runFiles.open(file) : null;
  if (opened && !opened.ok) notify(opened.problem.sentence);
  else if (!opened || !('run' in opened.value)) notify(words.notTurned({ name: file.name }));
  else {
    const { run: name, log } = opened.value;
    runFiles.lookAt({ run: name, epochs: log.epochs, labels: log.labels });
  }
}
