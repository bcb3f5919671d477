/**
 * One weight of the last layer that turns an answer. On this image “dog” leads “cat” by 1.99; within 0.1 of a weight
 * only the two largest of 128 values of the dense layer, 22.8 and 20.6, can make up for that (measured with the engine;
 * tests/engine/challenges.test.ts tries both and the third).
 */

import { type ChallengeProblem, right, type Verdict, wrong } from '@/lib/challenges/problem';
import { formatNumber, formatPercent, formatShort } from '@/lib/format/format';
import type { Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { whole } from '@/lib/questions/task-words';
import type { Answer, Field } from '@/lib/quiz/tasks';
import { fail, ok, type Result } from '@/lib/result';
import { editNetwork } from '@/lib/what-if/network-edits';
import words from '@/words/problem-weight';
import { classWithArticle, classWord } from '../class-names';
import { CLASSES, REFERENCE } from '../reference';

export const IMAGE = { id: 'cat-5', label: 'cat' } as const;
/** What the network says instead. */
export const PREDICTED = 'dog';
export const MOST_CHANGE = 0.1;
/** A change typed with few decimals may miss the limit by this much. */
const ROUNDING = 1e-4;
const STAGE = 'output';
const BEFORE = 'dense';
/** So many of the largest values that come in are listed. */
const LISTED = 8;

/** What the two classes are called, and how far a weight may go. */
const NAMES = {
  predicted: classWord(PREDICTED),
  label: classWord(IMAGE.label),
  most: formatShort(MOST_CHANGE),
};

export const WEIGHT: ChallengeProblem = {
  id: 'weight',
  about: words.about(),
  text: words.text({ ...NAMES, article: classWithArticle(IMAGE.label), stage: STAGE }),
  hints: [words.hint1({ before: BEFORE }), words.hint2(NAMES)],
};

export const FIELDS: readonly Field[] = [
  whole(words.unitOf({ before: BEFORE }), 128),
  { kind: 'choice', label: words.class(), options: CLASSES.map(classWord) },
  { kind: 'decimal', label: words.newWeight() },
];

/** A value that comes in to the last layer, with its weights for the two classes. */
export interface Incoming {
  readonly unit: number;
  readonly value: number;
  readonly forPredicted: number;
  readonly forRight: number;
}

const weightAt = (weights: WeightSet, unit: number, of: number): number =>
  weights[STAGE].kernel?.values[unit * CLASSES.length + of] ?? 0;

/** The largest values that come in to the last layer. */
export function incoming({ stages }: Pick<Trace, 'stages'>, weights: WeightSet): readonly Incoming[] {
  const values = stages.find(({ stage }) => stage === BEFORE)?.values ?? new Float32Array();
  return Array.from(values, (value, unit) => ({
    unit,
    value,
    forPredicted: weightAt(weights, unit, CLASSES.indexOf(PREDICTED)),
    forRight: weightAt(weights, unit, CLASSES.indexOf(IMAGE.label)),
  }))
    .sort((a, b) => b.value - a.value)
    .slice(0, LISTED);
}

/** A class's logit and probability. */
export function outcome({ stages }: Pick<Trace, 'stages'>, name: string) {
  const last = stages[stages.length - 1];
  const at = REFERENCE.classes.indexOf(name);
  return { logit: (last.before ?? last.values)[at], probability: last.values[at] };
}

/** The last layer with one weight changed: the answer's unit, class and value. Fails where it is changed too far. */
export function withWeight(weights: WeightSet, [unit, of, value]: Answer): Result<WeightSet> {
  const now = weightAt(weights, unit, of);
  const change = value - now;
  if (change === 0) return fail(words.already({ now: formatNumber(now) }));
  if (Math.abs(change) > MOST_CHANGE + ROUNDING)
    return fail(
      words.tooFar({
        now: formatNumber(now),
        least: formatNumber(now - MOST_CHANGE),
        most: formatNumber(now + MOST_CHANGE),
      }),
    );
  const { weights: edited } = editNetwork(REFERENCE, weights, [
    { kind: 'weight', stage: STAGE, place: { part: 'kernel', index: [unit, of] }, value },
  ]);
  return ok({ [STAGE]: edited[STAGE] });
}

/** What a changed weight is worth, from the image's trace before and after. */
export function checkWeight(
  [unit, of]: Answer,
  before: Pick<Trace, 'stages'>,
  after: Pick<Trace, 'stages'>,
): Verdict {
  const value = before.stages.find(({ stage }) => stage === BEFORE)?.values[unit] ?? 0;
  const [predicted, wanted] = [outcome(after, PREDICTED), outcome(after, IMAGE.label)];
  const probabilities = Array.from(after.stages[after.stages.length - 1].values);
  const best = probabilities.indexOf(Math.max(...probabilities));
  if (CLASSES[best] === IMAGE.label)
    return right(
      words.right({
        label: NAMES.label,
        share: formatPercent(wanted.probability),
        unit,
        value: formatNumber(value),
      }),
    );
  if (value === 0) return wrong(words.zero({ unit }));
  if (CLASSES[of] !== PREDICTED && CLASSES[of] !== IMAGE.label)
    return wrong(words.otherClass({ ...NAMES, name: classWord(CLASSES[of]) }));
  return wrong(
    words.notYet({
      ...NAMES,
      predictedLogit: formatNumber(predicted.logit, 2),
      logit: formatNumber(wanted.logit, 2),
      unit,
      value: formatNumber(value, 2),
    }),
  );
}
