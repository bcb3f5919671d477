/* The name of the learner's own network, as another tab changes it. */
import { followChanges } from '@/lib/data/database';
import { once } from '@/lib/once';
import { nameOfOpened } from './opened-networks';
import { renameSubject, subjectStore } from './subject';

const shown = () => subjectStore.getState().subject;

async function takeName(): Promise<void> {
  const { id } = shown();
  const name = await nameOfOpened(id);
  // Meanwhile the page may have turned to another network.
  if (name && shown().id === id && shown().architecture.name !== name) renameSubject(name);
}

/** From now on the page calls its network as other tabs do. */
export const followName = once(() => followChanges('networks', () => void takeName()));
