import words from '@/words/observations';
import { chance, guessingLoss, isHeldOut, isNumber } from './curve';
import type { Rule, RunPoint } from './rule';
import { inLoss, inPercent, inTimes } from './words';

/** Up to this many times chance counts as hardly better than guessing. */
const HARDLY_BETTER = 1.5;
/** A first epoch with an accuracy of at least this many times chance is a good start. */
const GOOD_START = 2.5;
/**
 * A loss above this many times that of guessing is not bad luck: the network is confident of wrong
 * predictions.
 */
const BLOWN_UP = 1.5;

/** Accuracy and loss of guessing, as arguments of the sentences. */
const guessing = ({ facts }: RunPoint) => ({ classes: facts.classes, chance: inPercent(chance(facts)) });

const guessingCost = ({ facts }: RunPoint) => `ln ${facts.classes} = ${inLoss(guessingLoss(facts))}`;

/** The figures of an epoch, including those of the validation images if there are any. */
const figures = ({ now }: RunPoint) => ({
  loss: inLoss(now.loss),
  accuracy: inPercent(now.accuracy),
  measured: isHeldOut(now) ? 'yes' : 'no',
  heldOut: isHeldOut(now) ? inPercent(now.heldOutAccuracy) : '',
});

export const noNumber: Rule = {
  name: 'noNumber',
  title: words.noNumberTitle(),
  sentenceFor({ now, before }) {
    if (isNumber(now)) return null;
    return words.noNumber({
      loss: String(now.loss),
      first: before ? 'no' : 'yes',
      epoch: before?.epoch ?? 0,
      before: before ? inLoss(before.loss) : '',
    });
  },
};

/** A run that begins with trained weights, such as one that goes on after its data set was mended. */
export const goesOn: Rule = {
  name: 'goesOn',
  title: words.goesOnTitle(),
  sentenceFor(point) {
    const { now, facts } = point;
    if (now.epoch !== 0 || now.accuracy <= HARDLY_BETTER * chance(facts)) return null;
    return words.goesOn({ ...figures(point), ...guessing(point) });
  },
};

export const untrained: Rule = {
  name: 'untrained',
  title: words.untrainedTitle(),
  sentenceFor(point) {
    if (point.now.epoch !== 0) return null;
    return words.untrained({ ...figures(point), ...guessing(point), cost: guessingCost(point) });
  },
};

export const diverged: Rule = {
  name: 'diverged',
  title: words.divergedTitle(),
  sentenceFor(point) {
    const { now, facts } = point;
    if (now.loss <= BLOWN_UP * guessingLoss(facts)) return null;
    return words.diverged({ loss: inLoss(now.loss), cost: guessingCost(point) });
  },
};

export const nearChance: Rule = {
  name: 'nearChance',
  title: words.nearChanceTitle(),
  sentenceFor(point) {
    const { now, facts } = point;
    if (now.accuracy > HARDLY_BETTER * chance(facts)) return null;
    return words.nearChance({ ...figures(point), ...guessing(point), cost: guessingCost(point) });
  },
};

export const roughStart: Rule = {
  name: 'roughStart',
  title: words.roughStartTitle(),
  sentenceFor(point) {
    const { now, before, facts } = point;
    if (before || now.loss <= guessingLoss(facts)) return null;
    return words.roughStart({ ...figures(point), cost: guessingCost(point) });
  },
};

export const slowStart: Rule = {
  name: 'slowStart',
  title: words.slowStartTitle(),
  sentenceFor(point) {
    const { now, before, facts } = point;
    if (before || now.accuracy >= GOOD_START * chance(facts)) return null;
    return words.slowStart({ ...figures(point), ...guessing(point) });
  },
};

export const goodStart: Rule = {
  name: 'goodStart',
  title: words.goodStartTitle(),
  sentenceFor(point) {
    const { now, before, facts } = point;
    if (before || now.accuracy < GOOD_START * chance(facts)) return null;
    const times = inTimes(now.accuracy / chance(facts));
    return words.goodStart({ ...figures(point), times, cost: guessingCost(point) });
  },
};
