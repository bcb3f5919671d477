import type { ComponentType } from 'react';
import type { ChallengeProblem, Verdict } from '@/lib/challenges/problem';
import type { Result } from '@/lib/result';
import type { GetLab } from './use-lab';
import type { Trainer } from './use-training';

/** The props of a problem's body. */
export interface BodyProps {
  readonly getLab: GetLab;
  readonly trainer: Trainer;
  /** An answer is being judged. */
  readonly busy: boolean;
  /** Has an answer judged. A failure is not an answer: it is reported, and does not count as an attempt. */
  judge(answer: Result<Verdict> | Promise<Result<Verdict>>): void;
}

/** A problem as the page shows it: its text, its title and the tools for solving it. */
export interface PutProblem extends ChallengeProblem {
  readonly title: string;
  readonly Body: ComponentType<BodyProps>;
}
