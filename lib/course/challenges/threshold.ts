/**
 * A threshold with a given precision and the highest recall. For “ship” in the network that comes with this
 * site, thresholds of 18% to 21% satisfy this, with a recall of 70% (measured on the 200 validation images; the
 * check recomputes the best recall each time).
 */

import { type ChallengeProblem, right, type Verdict, wrong } from '@/lib/challenges/problem';
import { formatPercent, formatWholePercent } from '@/lib/format/format';
import { atThreshold, type Rates, ratesOf, rowOf, type Scored } from '@/lib/metrics/classification';
import { whole } from '@/lib/questions/task-words';
import type { Field } from '@/lib/quiz/tasks';
import words from '@/words/problem-threshold';
import { classWord } from '../class-names';
import { CLASSES } from '../reference';

export const TARGET = 'ship';
const PRECISION = 0.6;
const UNIT = CLASSES.indexOf(TARGET);
/** A threshold is a whole number of hundredths. */
const STEPS = 100;
/** Images less likely than this are not listed. */
const LISTED_FROM = 0.02;

export const THRESHOLD: ChallengeProblem = {
  id: 'threshold',
  about: words.about(),
  text: words.text({ target: classWord(TARGET), precision: formatWholePercent(PRECISION) }),
  hints: [words.hint1(), words.hint2()],
};

export const FIELDS: readonly Field[] = [whole(words.field(), STEPS + 1)];

/** A validation image that may be predicted as a ship. */
export interface Candidate {
  readonly image: number;
  readonly probability: number;
  readonly is: boolean;
}

/** The images that may be predicted as a ship, the most probable first. */
export function candidates(scored: Scored): readonly Candidate[] {
  return Array.from(scored.labels, (label, image) => ({
    image,
    probability: rowOf(scored, image)[UNIT],
    is: label === UNIT,
  }))
    .filter(({ probability }) => probability >= LISTED_FROM)
    .sort((a, b) => b.probability - a.probability);
}

/** How many of the images are ships. */
export const shipsIn = ({ labels }: Scored): number =>
  Array.from(labels).filter((label) => label === UNIT).length;

const ratesAt = (scored: Scored, percent: number): Rates =>
  ratesOf(atThreshold(scored, UNIT, percent / STEPS));

/** Judges a threshold, in hundredths. */
export function checkThreshold(percent: number, scored: Scored): Verdict {
  const { precision, recall } = ratesAt(scored, percent);
  const [threshold, target] = [formatWholePercent(percent / STEPS), classWord(TARGET)];
  if (Number.isNaN(precision)) return wrong(words.none({ threshold, target }));
  const rates = words.rates({
    threshold,
    precision: formatPercent(precision),
    recall: formatPercent(recall),
  });
  if (precision < PRECISION) return wrong(words.tooMuch({ rates, target }));
  const highest = Math.max(
    ...Array.from({ length: STEPS + 1 }, (_, step) => ratesAt(scored, step))
      .filter((other) => other.precision >= PRECISION)
      .map((other) => other.recall),
  );
  return recall < highest ? wrong(words.more({ rates })) : right(words.right({ rates }));
}
