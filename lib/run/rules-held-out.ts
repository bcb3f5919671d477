import { gap, type HeldOutPoint, heldOutNoise, isHeldOut, lowest } from './curve';
import type { Moment, Rule } from './rule';
import { inLoss, inPercent, inPoints, inTimes } from './words';

/** A gap between training and held-out accuracy that is worth a word. */
const WIDE_GAP = 0.1;
/** How much wider a gap must have become within an epoch to be worth another. */
const WIDER = 0.05;
/** By which share the held-out loss must be above its lowest: less is the wobble of a few pictures. */
const CLEARLY_ABOVE = 0.03;

/** The lowest held-out loss before this epoch, where this epoch's is clearly above it although training went on. */
function turnedAt({ now, past }: Pick<Moment, 'now' | 'past'>): HeldOutPoint | null {
  if (!isHeldOut(now)) return null;
  const best = lowest(past.filter(isHeldOut), (point) => point.heldOutLoss);
  if (!best || now.loss >= best.loss) return null;
  return now.heldOutLoss > best.heldOutLoss * (1 + CLEARLY_ABOVE) ? best : null;
}

/** The training loss falls on while the held-out loss has turned: the mark of overfitting. */
export const heldOutTurns: Rule = {
  name: 'heldOutTurns',
  title: 'Overfitting begins',
  says({ now, past }) {
    const best = turnedAt({ now, past });
    if (
      !best ||
      !isHeldOut(now) ||
      past.some((point, at) => turnedAt({ now: point, past: past.slice(0, at) }))
    )
      return null;
    return `The training loss is down to ${inLoss(now.loss)}, but the held-out loss, ${inLoss(now.heldOutLoss)}, has turned and is above its lowest, ${inLoss(best.heldOutLoss)} at epoch ${best.epoch}: the network begins to learn the training pictures by heart.`;
  },
};

export const heldOutRising: Rule = {
  name: 'heldOutRising',
  title: 'Overfitting',
  says({ now, past }) {
    const best = turnedAt({ now, past });
    if (!best || !isHeldOut(now)) return null;
    return `The held-out loss, ${inLoss(now.heldOutLoss)}, is ${inTimes(now.heldOutLoss / best.heldOutLoss)} its lowest (${inLoss(best.heldOutLoss)}, epoch ${best.epoch}) and ${inTimes(now.heldOutLoss / now.loss)} the training loss, ${inLoss(now.loss)}; ${inPercent(now.heldOutAccuracy)} of the held-out pictures are right.`;
  },
};

/** The first epoch at which training accuracy is well ahead. */
export const gapOpens: Rule = {
  name: 'gapOpens',
  title: 'A gap opens',
  says({ now, past, facts }) {
    if (!isHeldOut(now)) return null;
    const enough = Math.max(WIDE_GAP, 2 * heldOutNoise(now.heldOutAccuracy, facts));
    if (gap(now) < enough || past.filter(isHeldOut).some((point) => gap(point) >= WIDE_GAP)) return null;
    return `${inPercent(now.accuracy)} of the training pictures are right, but only ${inPercent(now.heldOutAccuracy)} of the held-out ones, ${inPoints(gap(now))} fewer.`;
  },
};

export const gapWidens: Rule = {
  name: 'gapWidens',
  title: 'The gap widens',
  says({ now, before }) {
    if (!isHeldOut(now) || !before || !isHeldOut(before)) return null;
    if (gap(now) < WIDE_GAP || gap(now) < gap(before) + WIDER) return null;
    return `Training accuracy, ${inPercent(now.accuracy)}, is now ${inPoints(gap(now))} ahead of held-out accuracy, ${inPercent(now.heldOutAccuracy)}; the epoch before it was ${inPoints(gap(before))}.`;
  },
};

/** A new best on pictures never trained on, by more than chance. */
export const bestHeldOut: Rule = {
  name: 'bestHeldOut',
  title: 'Best so far',
  says({ now, past, facts }) {
    if (!isHeldOut(now)) return null;
    const best = lowest(past.filter(isHeldOut), (point) => -point.heldOutAccuracy);
    if (!best) return null;
    const gain = now.heldOutAccuracy - best.heldOutAccuracy;
    if (gain < heldOutNoise(now.heldOutAccuracy, facts)) return null;
    return `${inPercent(now.heldOutAccuracy)} of the held-out pictures are right, ${inPoints(gain)} more than at any epoch before (${inPercent(best.heldOutAccuracy)}), so what it learns holds for pictures it never met.`;
  },
};
