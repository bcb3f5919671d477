import type { ComponentType } from 'react';
import type { ChallengeProblem, Verdict } from '@/lib/challenges/problem';
import type { Result } from '@/lib/result';
import type { GetLab } from './use-lab';
import type { Trainer } from './use-training';

/** What the body of a problem is given. */
export interface BodyProps {
  readonly getLab: GetLab;
  readonly trainer: Trainer;
  /** An answer is being judged. */
  readonly busy: boolean;
  /** Has an answer judged. A failure is no answer: it is told, and does not count as an attempt. */
  judge(answer: Result<Verdict> | Promise<Result<Verdict>>): void;
}

/** A problem as the page puts it: its text, its title and the means to solve it. */
export interface PutProblem extends ChallengeProblem {
  readonly title: string;
  readonly Body: ComponentType<BodyProps>;
}
