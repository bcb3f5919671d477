/** The numbers of a run that a sentence names, and how they were measured. */
import { formatCount, formatNumber, formatPercent } from '@/lib/format/format';
import type { EpochRecord } from '@/lib/network/run';
import words from '@/words/film-counts';

/** A loss as it is said. */
export const lossText = (loss: number): string => formatNumber(loss, 2);

/** A number of an epoch, and in a sentence how it came about. */
export interface Measured {
  readonly text: string;
  readonly how: string;
}

/** Of the images of a set, those that are predicted correctly. */
function rate(epoch: EpochRecord, set: 'training' | 'heldOut'): Measured {
  const share = set === 'training' ? epoch.accuracy : epoch.heldOutAccuracy;
  const { length } = epoch.answers[set];
  const text = formatPercent(share);
  return {
    text,
    how: words.rate({
      set,
      when: epoch.epoch === 0 ? 'before' : 'after',
      epoch: formatCount(epoch.epoch),
      known: length > 0 ? 'yes' : 'no',
      formula: `${formatCount(Math.round(share * length))} ÷ ${formatCount(length)} = ${text}`,
    }),
  };
}

/** The mean loss of a set. */
function loss(epoch: EpochRecord, set: 'training' | 'heldOut'): Measured {
  return {
    text: lossText(set === 'training' ? epoch.loss : epoch.heldOutLoss),
    how: words.loss({
      set,
      when: epoch.epoch === 0 ? 'before' : 'after',
      epoch: formatCount(epoch.epoch),
      known: epoch.answers[set].length > 0 ? 'yes' : 'no',
      images: formatCount(epoch.answers[set].length),
    }),
  };
}

/** By the name of the number. `first`: of the epoch that the run begins with. */
export const MEASURED: Readonly<Record<string, { readonly first?: true; of(epoch: EpochRecord): Measured }>> =
  {
    epoch: { of: ({ epoch }) => ({ text: formatCount(epoch), how: words.epoch({ epoch }) }) },
    loss: { of: (epoch) => loss(epoch, 'training') },
    accuracy: { of: (epoch) => rate(epoch, 'training') },
    validation: { of: (epoch) => rate(epoch, 'heldOut') },
    firstLoss: { first: true, of: (epoch) => loss(epoch, 'training') },
    validationLoss: { of: (epoch) => loss(epoch, 'heldOut') },
    firstValidationLoss: { first: true, of: (epoch) => loss(epoch, 'heldOut') },
  };
