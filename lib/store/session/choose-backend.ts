import type { BackendName } from '@/lib/network/backends';
import { presentEngine } from '../engine/engine';
import { notify } from '../page/notices';

/** Computes with a backend that the learner has chosen; where it does not start, the one before stays. */
export async function chooseBackend(backend: BackendName): Promise<void> {
  const answer = await presentEngine()?.chooseBackend(backend);
  if (answer && !answer.ok) notify(answer.problem.sentence);
}
