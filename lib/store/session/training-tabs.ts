/*
 * Whether other tabs train as well. Each has its own run; but they share the machine, and the learner should
 * know.
 */
import words from '@/words/state';
import { notify } from '../page/notices';
import { isTraining, trainingStore } from '../training/training';

const LOCK = 'pipeline-tracer-training';

/** Holds a lock that tabs share, until the signal aborts. Resolves when it is held. */
const hold = (locks: LockManager, { signal }: AbortController): Promise<void> =>
  new Promise((held, fail) => {
    const whenHeld = () => {
      held();
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
  let end = new AbortController();
  trainingStore.subscribe((now, before) => {
    if (isTraining(now) === isTraining(before)) return;
    end.abort();
    if (!isTraining(now)) return;
    end = new AbortController();
    void begin(locks, end);
  });
}
