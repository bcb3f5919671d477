import { chance, guessingLoss, isHeldOut, isNumber } from './curve';
import type { Moment, Rule } from './rule';
import { inLoss, inPercent, inTimes } from './words';

/** Up to this many times chance counts as hardly better than guessing. */
const HARDLY_BETTER = 1.5;
/** A first epoch that brings at least this many times chance right is a good start. */
const GOOD_START = 2.5;
/** A loss above this many times that of guessing is not bad luck: the network is sure of wrong answers. */
const BLOWN_UP = 1.5;

const guessing = ({ facts }: Moment) =>
  `guessing among ${facts.classes} classes (${inPercent(chance(facts))})`;

const guessingCost = ({ facts }: Moment) => `ln ${facts.classes} = ${inLoss(guessingLoss(facts))}`;

/** What the held-out pictures say beside a training accuracy, as the end of a sentence. */
const heldOutToo = ({ now }: Moment) =>
  isHeldOut(now) ? `; of the held-out pictures ${inPercent(now.heldOutAccuracy)} are right` : '';

export const noNumber: Rule = {
  name: 'noNumber',
  title: 'Overflow',
  says({ now, before }) {
    if (isNumber(now)) return null;
    const last = before
      ? `at epoch ${before.epoch} it still was ${inLoss(before.loss)}`
      : 'it was none from the first epoch on';
    return `The loss is ${String(now.loss)}, no number any more (${last}): a step was too large, and the network answers nothing of worth from here on.`;
  },
};

export const untrained: Rule = {
  name: 'untrained',
  title: 'Untrained',
  says(moment) {
    const { now } = moment;
    if (now.epoch !== 0) return null;
    return `Random weights get ${inPercent(now.accuracy)} right, about what comes of ${guessing(moment)}; the loss is ${inLoss(now.loss)}, and giving every class the same probability costs ${guessingCost(moment)}.`;
  },
};

export const diverged: Rule = {
  name: 'diverged',
  title: 'Steps too large',
  says(moment) {
    const { now, facts } = moment;
    if (now.loss <= BLOWN_UP * guessingLoss(facts)) return null;
    return `A loss of ${inLoss(now.loss)} is far above the ${guessingCost(moment)} of mere guessing: the network is sure of wrong answers, its steps are too large.`;
  },
};

export const nearChance: Rule = {
  name: 'nearChance',
  title: 'No better than guessing',
  says(moment) {
    const { now, facts } = moment;
    if (now.accuracy > HARDLY_BETTER * chance(facts)) return null;
    return `${inPercent(now.accuracy)} right is hardly better than ${guessing(moment)}; the loss is ${inLoss(now.loss)}, where guessing costs ${guessingCost(moment)}.`;
  },
};

export const roughStart: Rule = {
  name: 'roughStart',
  title: 'Rough start',
  says(moment) {
    const { now, before, facts } = moment;
    if (before || now.loss <= guessingLoss(facts)) return null;
    return `The first steps overshot: over the whole epoch the loss is ${inLoss(now.loss)}, more than the ${guessingCost(moment)} of mere guessing, though ${inPercent(now.accuracy)} were right${heldOutToo(moment)}.`;
  },
};

export const slowStart: Rule = {
  name: 'slowStart',
  title: 'Slow start',
  says(moment) {
    const { now, before, facts } = moment;
    if (before || now.accuracy >= GOOD_START * chance(facts)) return null;
    return `One pass over the pictures brings only ${inPercent(now.accuracy)} right, little more than ${guessing(moment)}, at a loss of ${inLoss(now.loss)}${heldOutToo(moment)}.`;
  },
};

export const goodStart: Rule = {
  name: 'goodStart',
  title: 'Good start',
  says(moment) {
    const { now, before, facts } = moment;
    if (before || now.accuracy < GOOD_START * chance(facts)) return null;
    const times = inTimes(now.accuracy / chance(facts));
    return `One pass over the pictures brings ${inPercent(now.accuracy)} right, ${times} what guessing gives, and the loss to ${inLoss(now.loss)}, from ${guessingCost(moment)} for guessing${heldOutToo(moment)}.`;
  },
};
