/**
 * One weight of the last layer that changes the prediction. On this image “automobile” leads “airplane” by 1.36; with a
 * change of at most 0.12 only the weights of the largest of the dense layer's 128 values, 11.7, can make up for that; the
 * second is 9.8 (measured with the engine; tests/engine/challenges.test.ts tries all that are listed).
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

export const IMAGE = { id: 'airplane-1', label: 'airplane' } as const;
/** The network's wrong prediction. */
export const PREDICTED = 'automobile';
const MOST_CHANGE = 0.12;
/** How far a change typed with few decimals may exceed the limit. */
const ROUNDING = 1e-4;
const STAGE = 'output';
const BEFORE = 'dense';
/** How many of the largest inputs are listed. */
const LISTED = 8;

/** The names of the two classes, and the largest change of a weight. */
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

/** An input of the last layer, with its weights for the two classes. */
export interface Incoming {
  readonly unit: number;
  readonly value: number;
  readonly forPredicted: number;
  readonly forRight: number;
}

const weightAt = (weights: WeightSet, unit: number, of: number): number =>
  weights[STAGE].kernel?.values[unit * CLASSES.length + of] ?? 0;

/** The largest inputs of the last layer. */
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

/**
 * The last layer with one weight changed; the answer names the unit, the class and the value. Fails if the
 * change is too large.
 */
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

/** Judges a changed weight by the image's trace before and after. */
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
