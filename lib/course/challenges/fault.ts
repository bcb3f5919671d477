/** A broken run to diagnose: a case of the fault lab, judged by the numbers that identify each fault. */

import type { Evidence } from '@/lib/challenges/faults/evidence';
import type { Suspicion } from '@/lib/challenges/faults/suspicions';
import { type ChallengeProblem, right, type Verdict, wrong } from '@/lib/challenges/problem';
import { formatNumber } from '@/lib/format/format';
import words from '@/words/problem-fault';
import { SIGNATURES } from '../faults/signatures';

export const FAULT: ChallengeProblem = {
  id: 'fault',
  about: words.about(),
  text: words.text(),
  hints: [words.hint1(), words.hint2()],
};

const written = (value: number) => (Number.isFinite(value) ? formatNumber(value, 2) : words.notFinite());

/** Whether a suspicion is right, and which number contradicts a wrong one. */
export function checkFault(answer: Suspicion, fault: Suspicion, evidence: Evidence): Verdict {
  if (answer === 'none') {
    if (fault === 'none') return right(words.nothingWrong());
    return wrong(words.somethingWrong());
  }
  const { what, limit, measure } = SIGNATURES[answer];
  const value = written(measure(evidence));
  if (answer === fault) return right(words.right({ what, value, limit: written(limit) }));
  return wrong(
    measure(evidence) > limit
      ? words.another({ what, value })
      : words.notThat({ what, value, limit: written(limit) }),
  );
}
