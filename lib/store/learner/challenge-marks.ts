import { afterAttempt, afterHint } from '@/lib/challenges/standing';
import { progress } from './progress';

/** Records that an answer to a challenge problem was judged. */
export const markAttempt = (problem: string, right: boolean): void =>
  progress.getState().changeStanding(problem, (now) => afterAttempt(now, right));

/** Records that another of a problem's hints was taken. */
export const markHint = (problem: string, there: number): void =>
  progress.getState().changeStanding(problem, (now) => afterHint(now, there));
