import { createStore, delMany, get, keys, set } from 'idb-keyval';
import * as v from 'valibot';
import { once } from '@/lib/once';
import { asideRuns, FIRST_RUN, forgetNetwork, keptRuns } from './kept-network';

/** Opened at the first use: without IndexedDB the epochs stay in memory. */
const store = once(() => createStore('pipeline-tracer-run', 'epochs'));

/** The key of an epoch. With a single run it used to be its number. */
const keyOf = (run: string, epoch: number): IDBValidKey => (run === FIRST_RUN ? epoch : `${run}/${epoch}`);

const isOf = (run: string, key: IDBValidKey): boolean =>
  run === FIRST_RUN ? typeof key === 'number' : typeof key === 'string' && key.startsWith(`${run}/`);

/** Stores the file of a run's epoch. @throws DOMException where the storage is full or forbidden. */
export const keepEpoch = (run: string, epoch: number, file: Uint8Array): Promise<void> =>
  set(keyOf(run, epoch), file, store());

/** The file of a run's epoch; null where it is not stored. */
export async function keptEpoch(run: string, epoch: number): Promise<Uint8Array | null> {
  try {
    const found = v.safeParse(v.instance(Uint8Array), await get(keyOf(run, epoch), store()));
    return found.success ? found.output : null;
  } catch {
    return null;
  }
}

/** Deletes all epochs of a run. Where nothing can be stored there is nothing to delete. */
export async function forgetEpochs(run: string): Promise<void> {
  try {
    await delMany(
      (await keys(store())).filter((key) => isOf(run, key)),
      store(),
    );
  } catch {
    // Nothing was stored.
  }
}

/** Deletes everything that this browser stores of a subject's runs, also of one that was reset. */
export async function forgetRuns(subject: string): Promise<void> {
  for (const run of [...(await keptRuns(subject)), ...(await asideRuns(subject))]) {
    await forgetNetwork(subject, run);
    await forgetEpochs(run);
  }
}
