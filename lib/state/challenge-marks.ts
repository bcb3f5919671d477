import type { ProblemId } from '@/lib/challenges/ids';
import { afterAttempt, afterHint, UNTRIED } from '@/lib/challenges/standing';
import { progress } from './progress';

const standingOf = (problem: ProblemId) => progress.getState().challenges[problem] ?? UNTRIED;

/** An answer to a problem of the challenge was judged. */
export const markAttempt = (problem: ProblemId, right: boolean): void =>
  progress.getState().markStanding(problem, afterAttempt(standingOf(problem), right));

/** One more hint of so many was taken. */
export const markHint = (problem: ProblemId, there: number): void =>
  progress.getState().markStanding(problem, afterHint(standingOf(problem), there));
