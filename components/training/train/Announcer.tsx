import { formatNumber, formatPercent } from '@/lib/format/format';
import type { TrainingView } from '@/lib/state/network';
import words from '@/words/train';
import { PHASE_WORD } from './phases';

/** What a screen reader hears: each phase and each epoch, never each batch. */
export function Announcer({ view }: { view: TrainingView }) {
  const last = view.epochs.findLast(({ epoch }) => epoch > 0);
  const measured = last
    ? ` ${words.measured({
        epoch: last.epoch,
        epochs: view.settings.epochs,
        loss: formatNumber(last.loss, 2),
        accuracy: formatPercent(last.accuracy),
        heldOutLoss: formatNumber(last.heldOutLoss, 2),
        heldOutAccuracy: formatPercent(last.heldOutAccuracy),
      })}`
    : '';
  return (
    <p className="visually-hidden" role="status">
      {PHASE_WORD[view.phase]}.{measured}
    </p>
  );
}
