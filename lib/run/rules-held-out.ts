import words from '@/words/observations';
import {
  gap,
  type HeldOutPoint,
  handGap,
  heldOutNoise,
  isHeldOut,
  isTested,
  lowest,
  type RunFacts,
  testNoise,
} from './curve';
import type { Rule, RunPoint } from './rule';
import { inLoss, inPercent, inPoints, inTimes } from './words';

/** A gap between the accuracies of two sets that is worth mentioning. */
const WIDE_GAP = 0.1;
/** By how much a gap must widen within an epoch to be mentioned again. */
const WIDER = 0.05;
/** By which share the validation loss must exceed its minimum: less is noise of a few images. */
const CLEARLY_ABOVE = 0.03;

/**
 * The lowest validation loss before this epoch, if this epoch's is clearly above it although training
 * continued.
 */
function turnedAt({ now, past }: Pick<RunPoint, 'now' | 'past'>): HeldOutPoint | null {
  if (!isHeldOut(now)) return null;
  const best = lowest(past.filter(isHeldOut), (point) => point.heldOutLoss);
  if (!best || now.loss >= best.loss) return null;
  return now.heldOutLoss > best.heldOutLoss * (1 + CLEARLY_ABOVE) ? best : null;
}

/**
 * Whether accuracy has risen or fallen, by more than chance, since the validation loss was lowest. Where it has not fallen, the
 * loss rises because answers are given with more certainty than they are right (Guo et al. 2017), not because fewer are right.
 */
function meanwhile(now: HeldOutPoint, best: HeldOutPoint, facts: RunFacts) {
  const gain = now.heldOutAccuracy - best.heldOutAccuracy;
  const noise = heldOutNoise(now.heldOutAccuracy, facts);
  return {
    meanwhile: gain >= noise ? 'up' : gain <= -noise ? 'down' : 'same',
    right: inPercent(now.heldOutAccuracy),
    before: inPercent(best.heldOutAccuracy),
  };
}

/** The training loss keeps falling while the validation loss has turned. */
export const heldOutTurns: Rule = {
  name: 'heldOutTurns',
  title: words.heldOutTurnsTitle(),
  sentenceFor({ now, past, facts }) {
    const best = turnedAt({ now, past });
    if (
      !best ||
      !isHeldOut(now) ||
      past.some((point, at) => turnedAt({ now: point, past: past.slice(0, at) }))
    )
      return null;
    return words.heldOutTurns({
      loss: inLoss(now.loss),
      heldOut: inLoss(now.heldOutLoss),
      lowest: inLoss(best.heldOutLoss),
      epoch: best.epoch,
      ...meanwhile(now, best, facts),
    });
  },
};

export const heldOutRising: Rule = {
  name: 'heldOutRising',
  title: words.heldOutRisingTitle(),
  sentenceFor({ now, past, facts }) {
    const best = turnedAt({ now, past });
    if (!best || !isHeldOut(now)) return null;
    return words.heldOutRising({
      heldOut: inLoss(now.heldOutLoss),
      times: inTimes(now.heldOutLoss / best.heldOutLoss),
      lowest: inLoss(best.heldOutLoss),
      epoch: best.epoch,
      ofTraining: inTimes(now.heldOutLoss / now.loss),
      loss: inLoss(now.loss),
      ...meanwhile(now, best, facts),
    });
  },
};

/** The first epoch at which training accuracy is well ahead. */
export const gapOpens: Rule = {
  name: 'gapOpens',
  title: words.gapOpensTitle(),
  sentenceFor({ now, past, facts }) {
    if (!isHeldOut(now)) return null;
    const enough = Math.max(WIDE_GAP, 2 * heldOutNoise(now.heldOutAccuracy, facts));
    if (gap(now) < enough || past.filter(isHeldOut).some((point) => gap(point) >= WIDE_GAP)) return null;
    return words.gapOpens({
      accuracy: inPercent(now.accuracy),
      heldOut: inPercent(now.heldOutAccuracy),
      points: inPoints(gap(now)),
    });
  },
};

export const gapWidens: Rule = {
  name: 'gapWidens',
  title: words.gapWidensTitle(),
  sentenceFor({ now, before }) {
    if (!isHeldOut(now) || !before || !isHeldOut(before)) return null;
    if (gap(now) < WIDE_GAP || gap(now) < gap(before) + WIDER) return null;
    return words.gapWidens({
      accuracy: inPercent(now.accuracy),
      points: inPoints(gap(now)),
      heldOut: inPercent(now.heldOutAccuracy),
      before: inPoints(gap(before)),
    });
  },
};

/** A new best on the validation images, by more than chance. */
export const bestHeldOut: Rule = {
  name: 'bestHeldOut',
  title: words.bestHeldOutTitle(),
  sentenceFor({ now, past, facts }) {
    if (!isHeldOut(now)) return null;
    const best = lowest(past.filter(isHeldOut), (point) => -point.heldOutAccuracy);
    if (!best) return null;
    const gain = now.heldOutAccuracy - best.heldOutAccuracy;
    if (gain < heldOutNoise(now.heldOutAccuracy, facts)) return null;
    return words.bestHeldOut({
      heldOut: inPercent(now.heldOutAccuracy),
      points: inPoints(gain),
      best: inPercent(best.heldOutAccuracy),
    });
  },
};

/**
 * The first epoch at which the test images, by other artists, are well behind the validation images, which are by the artists
 * of the training images: what is lost there is not memorizing.
 */
export const anotherHand: Rule = {
  name: 'anotherHand',
  title: words.anotherHandTitle(),
  sentenceFor({ now, past, facts }) {
    if (!isTested(now)) return null;
    const enough = Math.max(WIDE_GAP, 2 * testNoise(now.testAccuracy, facts));
    if (handGap(now) < enough || past.filter(isTested).some((point) => handGap(point) >= WIDE_GAP))
      return null;
    return words.anotherHand({
      heldOut: inPercent(now.heldOutAccuracy),
      test: inPercent(now.testAccuracy),
      points: inPoints(handGap(now)),
    });
  },
};
