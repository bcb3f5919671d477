import { choice } from '@/lib/questions/options';
import type { Writers } from '@/lib/questions/question';
import words from '@/words/bank-training-curves';

/** Reading a run, and the ideas behind it. */
export const TRAINING_CURVES: Writers<null> = {
  overfitting: () => ({
    text: words.overfitting(),
    right: choice(words.overfittingRight(), words.overfittingWhy()),
    wrong: [
      choice(words.overfittingRate(), words.overfittingRateWhy()),
      choice(words.overfittingSize(), words.overfittingSizeWhy()),
      choice(words.overfittingSure(), words.overfittingSureWhy()),
    ],
  }),
  rate: () => ({
    text: words.rate(),
    right: choice(words.rateRight(), words.rateWhy()),
    wrong: [
      choice(words.rateLarger(), words.rateLargerWhy()),
      choice(words.rateEpochs(), words.rateEpochsWhy()),
      choice(words.rateBatches(), words.rateBatchesWhy()),
    ],
  }),
  off: () => ({
    text: words.off(),
    right: choice('0', words.offWhy()),
    wrong: [
      choice(words.offSame(), words.offSameWhy()),
      choice(words.offTurned(), words.offTurnedWhy()),
      choice(words.offLarge(), words.offLargeWhy()),
    ],
  }),
  heldOut: () => ({
    text: words.heldOut(),
    right: choice(words.heldOutRight(), words.heldOutWhy()),
    wrong: [
      choice(words.heldOutFaster(), words.heldOutFasterWhy()),
      choice(words.heldOutEnd(), words.heldOutEndWhy()),
      choice(words.heldOutTune(), words.heldOutTuneWhy()),
    ],
  }),
  certain: () => ({
    text: words.certain(),
    right: choice(words.certainRight(), words.certainWhy()),
    wrong: [
      choice(words.certainTogether(), words.certainTogetherWhy()),
      choice(words.certainRate(), words.certainRateWhy()),
      choice(words.certainStopped(), words.certainStoppedWhy()),
    ],
  }),
  noise: () => ({
    text: words.noise(),
    right: choice(words.noiseRight(), words.noiseWhy()),
    wrong: [
      choice(words.noiseBetter(), words.noiseBetterWhy()),
      choice(words.noiseSame(), words.noiseSameWhy()),
      choice(words.noiseEpochs(), words.noiseEpochsWhy()),
    ],
  }),
};
