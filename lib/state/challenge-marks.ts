import { afterAttempt, afterHint } from '@/lib/challenges/standing';
import type { ProblemId } from '@/lib/course/challenges/ids';
import { progress } from './progress';

/** An answer to a problem of the challenge was judged. */
export const markAttempt = (problem: ProblemId, right: boolean): void =>
  progress.getState().changeStanding(problem, (now) => afterAttempt(now, right));

/** One more hint of so many was taken. */
export const markHint = (problem: ProblemId, there: number): void =>
  progress.getState().changeStanding(problem, (now) => afterHint(now, there));
