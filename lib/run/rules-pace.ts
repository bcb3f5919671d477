import type { EpochPoint } from './curve';
import type { Moment, Rule } from './rule';
import { inLoss, inPercent, inPoints } from './words';

/** A fall of the loss by this share within an epoch is fast. */
const FAST = 0.25;
/** A rise by this share is more than the order of the pictures explains. */
const RISE = 0.02;
/** Below this share of change, up or down, an epoch stands still. */
const STILL = 0.02;
const STILL_ACCURACY = 0.01;
/** A fall below this share of the run's largest has little left to bring. */
const LITTLE = 0.1;
/** A fall below this share of the one before is slower. */
const SLOWER = 0.7;
const MARKS = [
  { share: 0.5, words: 'half' },
  { share: 0.75, words: 'three quarters' },
  { share: 0.9, words: 'nine tenths' },
] as const;

const fall = (from: EpochPoint, to: EpochPoint) => from.loss - to.loss;
const shareOfFall = (from: EpochPoint, to: EpochPoint) => fall(from, to) / from.loss;

/** The fall of each epoch before this one, with where it happened. */
const fallsOf = ({ past }: Moment) =>
  past.slice(1).map((point, at) => ({ epoch: point.epoch, by: fall(past[at], point) }));

const change = (points: number) =>
  points === 0 ? 'stays the same' : points > 0 ? `gains ${inPoints(points)}` : `loses ${inPoints(-points)}`;

export const fastFall: Rule = {
  name: 'fastFall',
  title: 'Fast fall',
  says({ now, before }) {
    if (!before || shareOfFall(before, now) < FAST) return null;
    return `The loss falls by ${inPercent(shareOfFall(before, now))} within one epoch, from ${inLoss(before.loss)} to ${inLoss(now.loss)}, and accuracy ${change(now.accuracy - before.accuracy)}, to ${inPercent(now.accuracy)}.`;
  },
};

export const setback: Rule = {
  name: 'setback',
  title: 'A setback',
  says({ now, before }) {
    if (!before || shareOfFall(before, now) > -RISE) return null;
    return `The loss rises from ${inLoss(before.loss)} to ${inLoss(now.loss)} and accuracy ${change(now.accuracy - before.accuracy)}: steps of this size overshoot.`;
  },
};

export const nothingLeft: Rule = {
  name: 'nothingLeft',
  title: 'Little left to learn',
  says({ now }) {
    if (now.accuracy < 0.97 || now.loss > 0.15) return null;
    return `${inPercent(now.accuracy)} of the training pictures are right at a loss of ${inLoss(now.loss)}: they have hardly anything left to teach.`;
  },
};

export const milestone: Rule = {
  name: 'milestone',
  title: 'A mark passed',
  says({ now, past }) {
    const best = Math.max(0, ...past.map((point) => point.accuracy));
    const passed = MARKS.findLast(({ share }) => best < share && now.accuracy >= share);
    if (!passed || past.length === 0) return null;
    return `For the first time at least ${passed.words} of the training pictures are right, ${inPercent(now.accuracy)} after ${inPercent(best)}; the loss is ${inLoss(now.loss)}.`;
  },
};

export const plateau: Rule = {
  name: 'plateau',
  title: 'Plateau',
  says({ now, before }) {
    if (!before || Math.abs(shareOfFall(before, now)) >= STILL) return null;
    if (Math.abs(now.accuracy - before.accuracy) >= STILL_ACCURACY) return null;
    return `The run stands still: a loss of ${inLoss(now.loss)} after ${inLoss(before.loss)}, ${inPercent(now.accuracy)} right after ${inPercent(before.accuracy)}.`;
  },
};

export const levelling: Rule = {
  name: 'levelling',
  title: 'Levelling off',
  says(moment) {
    const { now, before } = moment;
    const largest = fallsOf(moment).reduce((most, one) => (one.by > most.by ? one : most), {
      epoch: 0,
      by: 0,
    });
    if (!before || largest.by <= 0 || fall(before, now) >= LITTLE * largest.by) return null;
    return `The loss is ${inLoss(now.loss)} after ${inLoss(before.loss)}, a small move beside the fall of ${inLoss(largest.by)} in epoch ${largest.epoch}; accuracy ${change(now.accuracy - before.accuracy)}.`;
  },
};

export const slowing: Rule = {
  name: 'slowing',
  title: 'Slowing down',
  says(moment) {
    const { now, before } = moment;
    const last = fallsOf(moment).at(-1);
    if (!before || !last || fall(before, now) <= 0 || fall(before, now) >= SLOWER * last.by) return null;
    return `Each epoch brings less: the loss falls by ${inLoss(fall(before, now))}, to ${inLoss(now.loss)}, after ${inLoss(last.by)} the epoch before; accuracy ${change(now.accuracy - before.accuracy)}.`;
  },
};

/** What can be said of every epoch. */
export const steady: Rule = {
  name: 'steady',
  title: 'Steady',
  says({ now, before }) {
    if (!before) return `The loss is ${inLoss(now.loss)}, and ${inPercent(now.accuracy)} are right.`;
    return `The loss goes from ${inLoss(before.loss)} to ${inLoss(now.loss)}, and accuracy ${change(now.accuracy - before.accuracy)}, to ${inPercent(now.accuracy)}.`;
  },
};
