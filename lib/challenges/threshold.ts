/**
 * A threshold with a given precision and the highest recall. For “ship” in the network that comes with this site,
 * thresholds of 22% to 27% do it, with a recall of 70% (measured on the 200 held-out pictures; the check works the best
 * recall out each time).
 */
import { formatPercent } from '@/lib/format/format';
import { atThreshold, type Rates, ratesOf, rowOf, type Scored } from '@/lib/metrics/classification';
import { CLASSES } from '@/lib/pipeline/architecture';
import type { Field } from '@/lib/quiz/tasks';
import { whole } from '@/lib/quiz/tasks/words';
import { type Problem, right, type Verdict, wrong } from './problem';

export const TARGET = 'ship';
export const PRECISION = 0.8;
const UNIT = CLASSES.indexOf(TARGET);
/** A threshold is a whole number of hundredths. */
const STEPS = 100;
/** Pictures less likely than this are not listed. */
const LISTED_FROM = 0.02;

export const THRESHOLD: Problem = {
  id: 'threshold',
  about: 'output',
  text: `A picture is to be called “${TARGET}” when its probability is at least a threshold. Choose the threshold so that the precision is at least ${PRECISION * STEPS}%, and the recall as high as it can be with that. The list has the held-out pictures in question.`,
  hints: [
    'Go down the list and count. Precision: of the pictures so far, the share that are ships. Recall: of all ships, the share that is among them.',
    'The further down, the higher the recall. Find the lowest place in the list at which the precision is still high enough, and put the threshold between it and the next.',
  ],
};

export const FIELDS: readonly Field[] = [whole('threshold, %', STEPS + 1)];

/** A held-out picture that may be called a ship. */
export interface Candidate {
  readonly picture: number;
  readonly probability: number;
  readonly is: boolean;
}

/** The pictures that may be called a ship, the likeliest first. */
export function candidates(scored: Scored): readonly Candidate[] {
  return Array.from(scored.labels, (label, picture) => ({
    picture,
    probability: rowOf(scored, picture)[UNIT],
    is: label === UNIT,
  }))
    .filter(({ probability }) => probability >= LISTED_FROM)
    .sort((a, b) => b.probability - a.probability);
}

/** How many of the pictures are ships. */
export const shipsIn = ({ labels }: Scored): number =>
  Array.from(labels).filter((label) => label === UNIT).length;

const ratesAt = (scored: Scored, percent: number): Rates =>
  ratesOf(atThreshold(scored, UNIT, percent / STEPS));

/** What a threshold in hundredths is worth. */
export function checkThreshold(percent: number, scored: Scored): Verdict {
  const { precision, recall } = ratesAt(scored, percent);
  const words = `At ${percent}% the precision is ${formatPercent(precision)} and the recall ${formatPercent(recall)}.`;
  if (Number.isNaN(precision)) return wrong(`At ${percent}% no picture at all is called “${TARGET}”.`);
  if (precision < PRECISION) return wrong(`${words} Too much is called “${TARGET}” that is none.`);
  const highest = Math.max(
    ...Array.from({ length: STEPS + 1 }, (_, step) => ratesAt(scored, step))
      .filter((rates) => rates.precision >= PRECISION)
      .map((rates) => rates.recall),
  );
  if (recall < highest)
    return wrong(`${words} More ships can be found with a precision that is high enough.`);
  return right(`${words} No other threshold finds more with that precision.`);
}
