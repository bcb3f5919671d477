/* Whether an experiment was under way when this tab was closed. Apart from the experiment itself: every page asks it. */
import { keptName } from '@/lib/network/subject';
import { presentSubject } from '../subject/present-subject';

const keyOf = (subject: string): string => keptName('experiment', subject);

/** Notes whether an experiment with the network of a subject is under way. */
export function markExperiment(underWay: boolean, subject: string): void {
  try {
    if (underWay) localStorage.setItem(keyOf(subject), 'under way');
    else localStorage.removeItem(keyOf(subject));
  } catch {
    // Nothing is kept here; the learner is notified where the experiment itself can't be kept.
  }
}

/** Whether one with the present subject's network was. */
export function isExperimentMarked(): boolean {
  try {
    return localStorage.getItem(keyOf(presentSubject())) !== null;
  } catch {
    return false;
  }
}
