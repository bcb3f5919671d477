/** What is wrong with a run: a case of the fault lab, judged by the numbers that give each fault away. */
import type { Suspicion } from '@/lib/faults/faults';
import { type Evidence, SIGNATURES } from '@/lib/faults/signatures';
import { formatNumber } from '@/lib/format/format';
import { type Problem, right, type Verdict, wrong } from './problem';

export const FAULT: Problem = {
  id: 'fault',
  about: 'training',
  text: 'A small run is trained for you, beside your own network. One thing may be wrong with it. Look at its curves, its maps, its answers and its weights, and say what.',
  hints: [
    'First the loss: where does it begin, does it leap, does it fall? Then the maps: do their values lie where they should? Then the matrix: is a column empty?',
    'A loss in the thousands comes from steps or inputs that are too large. Values below 0 after conv1 mean that something is missing there. Training that looks splendid beside held-out pictures that are guessed means too little to learn from, or the wrong thing.',
  ],
};

const written = (value: number) => (Number.isFinite(value) ? formatNumber(value, 2) : 'no finite number');

/** Whether a suspicion is right, and which number speaks against one that is not. */
export function checkFault(answer: Suspicion, fault: Suspicion, evidence: Evidence): Verdict {
  if (answer === 'none') {
    if (fault === 'none') return right('Nothing is wrong with it: none of the signs of a fault is there.');
    return wrong('Something is wrong: one of its numbers is one that no healthy run has.');
  }
  const { what, limit, measure } = SIGNATURES[answer];
  const value = written(measure(evidence));
  if (answer === fault)
    return right(
      `What gives it away is ${what}: ${value}. In a healthy run it is never above ${written(limit)}.`,
    );
  return wrong(
    measure(evidence) > limit
      ? `The sign of that is ${what}, and it is there with ${value}. But another fault brings it about here, and shows itself more plainly.`
      : `Had it been that, ${what} would be above ${written(limit)}. Here it is ${value}.`,
  );
}
