import words from '@/words/observations';
import type { EpochPoint } from './curve';
import type { Rule, RunPoint } from './rule';
import { inLoss, inPercent, inPoints } from './words';

/** A fall of the loss by this share within an epoch is fast. */
const FAST = 0.25;
/** A rise by this share is more than the order of the images explains. */
const RISE = 0.02;
/** Below this relative change, up or down, the loss of an epoch has stalled. */
const STILL = 0.02;
const STILL_ACCURACY = 0.01;
/** A fall below this share of the run's largest means that little more is to be gained. */
const LITTLE = 0.1;
/** A fall below this share of the previous one is slower. */
const SLOWER = 0.7;
const MARKS = [
  { share: 0.5, mark: 'half' },
  { share: 0.75, mark: 'most' },
  { share: 0.9, mark: 'all' },
] as const;

const fall = (from: EpochPoint, to: EpochPoint) => from.loss - to.loss;
const shareOfFall = (from: EpochPoint, to: EpochPoint) => fall(from, to) / from.loss;

/** The fall of each epoch before this one, with its epoch. */
const fallsOf = ({ past }: RunPoint) =>
  past.slice(1).map((point, at) => ({ epoch: point.epoch, by: fall(past[at], point) }));

/** The change of the accuracy, as arguments of the sentences. */
const change = (from: EpochPoint, { accuracy }: EpochPoint) => {
  const points = accuracy - from.accuracy;
  return { change: points === 0 ? 'same' : points > 0 ? 'up' : 'down', points: inPoints(points) };
};

export const fastFall: Rule = {
  name: 'fastFall',
  title: words.fastFallTitle(),
  sentenceFor({ now, before }) {
    if (!before || shareOfFall(before, now) < FAST) return null;
    return words.fastFall({
      share: inPercent(shareOfFall(before, now)),
      before: inLoss(before.loss),
      loss: inLoss(now.loss),
      ...change(before, now),
      accuracy: inPercent(now.accuracy),
    });
  },
};

export const setback: Rule = {
  name: 'setback',
  title: words.setbackTitle(),
  sentenceFor({ now, before }) {
    if (!before || shareOfFall(before, now) > -RISE) return null;
    return words.setback({ before: inLoss(before.loss), loss: inLoss(now.loss), ...change(before, now) });
  },
};

export const nothingLeft: Rule = {
  name: 'nothingLeft',
  title: words.nothingLeftTitle(),
  sentenceFor({ now }) {
    if (now.accuracy < 0.97 || now.loss > 0.15) return null;
    return words.nothingLeft({ accuracy: inPercent(now.accuracy), loss: inLoss(now.loss) });
  },
};

export const milestone: Rule = {
  name: 'milestone',
  title: words.milestoneTitle(),
  sentenceFor({ now, past }) {
    const best = Math.max(0, ...past.map((point) => point.accuracy));
    const passed = MARKS.findLast(({ share }) => best < share && now.accuracy >= share);
    if (!passed || past.length === 0) return null;
    return words.milestone({
      mark: passed.mark,
      accuracy: inPercent(now.accuracy),
      best: inPercent(best),
      loss: inLoss(now.loss),
    });
  },
};

export const plateau: Rule = {
  name: 'plateau',
  title: words.plateauTitle(),
  sentenceFor({ now, before }) {
    if (!before || Math.abs(shareOfFall(before, now)) >= STILL) return null;
    if (Math.abs(now.accuracy - before.accuracy) >= STILL_ACCURACY) return null;
    return words.plateau({
      loss: inLoss(now.loss),
      before: inLoss(before.loss),
      accuracy: inPercent(now.accuracy),
      accuracyBefore: inPercent(before.accuracy),
    });
  },
};

export const levelling: Rule = {
  name: 'levelling',
  title: words.levellingTitle(),
  sentenceFor(point) {
    const { now, before } = point;
    const largest = fallsOf(point).reduce((most, one) => (one.by > most.by ? one : most), {
      epoch: 0,
      by: 0,
    });
    if (!before || largest.by <= 0 || fall(before, now) >= LITTLE * largest.by) return null;
    return words.levelling({
      loss: inLoss(now.loss),
      before: inLoss(before.loss),
      largest: inLoss(largest.by),
      epoch: largest.epoch,
      ...change(before, now),
    });
  },
};

export const slowing: Rule = {
  name: 'slowing',
  title: words.slowingTitle(),
  sentenceFor(point) {
    const { now, before } = point;
    const last = fallsOf(point).at(-1);
    if (!before || !last || fall(before, now) <= 0 || fall(before, now) >= SLOWER * last.by) return null;
    return words.slowing({
      by: inLoss(fall(before, now)),
      loss: inLoss(now.loss),
      last: inLoss(last.by),
      ...change(before, now),
    });
  },
};

/** A statement that applies to every epoch. */
export const steady: Rule = {
  name: 'steady',
  title: words.steadyTitle(),
  sentenceFor({ now, before }) {
    const [loss, accuracy] = [inLoss(now.loss), inPercent(now.accuracy)];
    if (!before) return words.steadyFirst({ loss, accuracy });
    return words.steady({ before: inLoss(before.loss), loss, ...change(before, now), accuracy });
  },
};
