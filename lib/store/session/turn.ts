import type { Subject } from '@/lib/network/subject';
import { presentEngine } from '../engine/engine';
import { learner } from '../learner/learner';
import { notify } from '../page/notices';
import { clearRuns, runsStore } from '../runs/runs';
import { findSubject } from '../subject/find-subject';
import { FIRST_SUBJECT, subjectStore, turnTo } from '../subject/subject';
import { clearTraces } from '../trace/trace';
import { tracing } from '../trace/tracing';
import { leaveRun } from '../training/training';

const wanted = (): string => learner.getState().network ?? FIRST_SUBJECT;

/** Whether the page shows the network that the learner has chosen. */
export const isShown = (): boolean => subjectStore.getState().subject.id === wanted();

/** Nothing of the previous network is shown any more. */
function leave(subject: Subject): void {
  for (const { run } of runsStore.getState().opened) void presentEngine()?.close({ run });
  tracing.forget();
  clearTraces();
  clearRuns();
  leaveRun(subject.settings);
  turnTo(subject);
}

/**
 * Turns the page to the network that the learner has chosen. Resolves with whether there is a different one now; the
 * caller sets it up. A network that doesn't exist is reported, and the displayed one stays.
 */
export async function followNetwork(): Promise<boolean> {
  const id = wanted();
  const before = subjectStore.getState().subject.id;
  if (before === id) return false;
  const found = await findSubject(id);
  if (wanted() !== id) return false;
  if (!found.ok) {
    notify(found.problem.sentence);
    learner.getState().restore({ network: before === FIRST_SUBJECT ? null : before });
    return false;
  }
  leave(found.value);
  return true;
}
