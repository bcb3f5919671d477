/*
 * Whether other tabs train as well. Each has its own run; but they share the machine, and the learner should
 * know. Written only here.
 */
import words from '@/words/state';
import { ownedStore } from '../owned-store';
import { notify } from '../page/notices';
import { isTraining, trainingStore } from '../training/training';

const LOCK = 'pipeline-tracer-training';

const [trainingTabs, write] = ownedStore<{ readonly others: boolean }>({ others: false });

/** Whether another tab trains. */
export { trainingTabs };

/** A released lock is gone from the list by then. */
const RELEASED_MS = 200;

/** Counts the tabs that train. A lock is released even when its tab dies. */
async function count(locks: LockManager): Promise<void> {
  try {
    const { held = [] } = await locks.query();
    const all = held.filter(({ name }) => name === LOCK).length;
    write({ others: all > (isTraining(trainingStore.getState()) ? 1 : 0) });
  } catch {
    // See below.
  }
}

/** Holds a lock that tabs share, until the signal aborts. Resolves when it is held. */
const hold = (locks: LockManager, { signal }: AbortController): Promise<void> =>
  new Promise((resolve, fail) => {
    const whenHeld = () => {
      resolve();
      return new Promise<void>((end) => {
        if (signal.aborted) end();
        signal.addEventListener('abort', () => end());
      });
    };
    locks.request(LOCK, { mode: 'shared' }, whenHeld).catch(fail);
  });

async function begin(locks: LockManager, end: AbortController): Promise<void> {
  try {
    await hold(locks, end);
    // Hold first and count then, so that of two tabs that start at the same moment at least one notices.
    const { held = [] } = await locks.query();
    if (held.filter(({ name }) => name === LOCK).length > 1) notify(words.trainingElsewhere());
  } catch {
    // A page that may not use locks shares nothing with other tabs.
  }
}

/**
 * Notifies the learner when training starts while another tab trains. Without locks it is impossible to know.
 */
export function watchTrainingTabs(): void {
  const { locks } = navigator;
  if (!locks) return;
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(LOCK);
  const recount = () => void count(locks);
  channel?.addEventListener('message', recount);
  document.addEventListener('visibilitychange', recount);
  recount();
  let end = new AbortController();
  trainingStore.subscribe((now, before) => {
    if (isTraining(now) === isTraining(before)) return;
    end.abort();
    // The browser releases the lock after this; the other tabs count then.
    if (!isTraining(now)) return void setTimeout(() => channel?.postMessage('ended'), RELEASED_MS);
    end = new AbortController();
    void begin(locks, end).then(() => channel?.postMessage('began'));
  });
}
