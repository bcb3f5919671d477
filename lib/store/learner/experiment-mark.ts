/* Whether an experiment was under way when this tab was closed. Apart from the experiment itself: every page asks it. */
const KEY = 'experiment';

export function markExperiment(underWay: boolean): void {
  try {
    if (underWay) localStorage.setItem(KEY, 'under way');
    else localStorage.removeItem(KEY);
  } catch {
    // Nothing is kept here; the learner is told where the experiment itself can't be kept.
  }
}

export function isExperimentMarked(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}
