import type { InputImage } from '@/lib/data/input-image';
import type { OwnImage } from '@/lib/data/own-image';
import { keepOwnImage } from '@/lib/data/own-store';
import { learner } from '../learner/learner';
import { notify } from '../page/notices';
import { handOver, keepOpened, type ReadyNetwork } from '../subject/opened-networks';
import { renameSubject, subjectStore } from '../subject/subject';

/** The image that a network was tried with; `own`: the original of the learner's own. */
interface Tried {
  readonly image: InputImage;
  readonly own?: OwnImage;
}

/**
 * Keeps a network that was opened from a file, or built, and turns the page to it, with the image that it was tried with. Where it
 * can't be stored, a notice says so, and it is there for this visit.
 */
export async function turnToOpened(network: ReadyNetwork, tried: Tried | null): Promise<void> {
  const { id, kept } = await keepOpened(network);
  if (!kept.ok) notify(kept.problem.sentence);
  // An own image that can't be stored can't be found again by its id.
  const found = !tried?.own || (await keepOwnImage(tried.own)).ok;
  if (subjectStore.getState().subject.id === id) renameSubject(network.architecture.name);
  else handOver(id, network);
  learner.getState().chooseNetwork(id, (found && tried?.image.id) || null);
}
