import { afterAttempt, afterHint } from '@/lib/challenges/standing';
import { progress } from './progress';

/** An answer to a problem of the challenge was judged. */
export const markAttempt = (problem: string, right: boolean): void =>
  progress.getState().changeStanding(problem, (now) => afterAttempt(now, right));

/** One more of a problem's hints was taken. */
export const markHint = (problem: string, there: number): void =>
  progress.getState().changeStanding(problem, (now) => afterHint(now, there));
