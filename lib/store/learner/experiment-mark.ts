/*
 * Whether an experiment was running when this tab was closed. Separate from the experiment itself, because
 * every page needs it.
 */
import { keptName } from '@/lib/network/subject';
import { presentSubject } from '../subject/present-subject';

const keyOf = (subject: string): string => keptName('experiment', subject);

/** Records whether an experiment with the network of a subject is running. */
export function markExperiment(underWay: boolean, subject: string): void {
  try {
    if (underWay) localStorage.setItem(keyOf(subject), 'under way');
    else localStorage.removeItem(keyOf(subject));
  } catch {
    // Nothing can be stored here; the learner is notified where the experiment itself can't be stored.
  }
}

/** Whether one with the current subject's network was. */
export function isExperimentMarked(): boolean {
  try {
    return localStorage.getItem(keyOf(presentSubject())) !== null;
  } catch {
    return false;
  }
}
