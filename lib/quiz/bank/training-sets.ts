import { formatCount, formatPercent } from '@/lib/format/format';
import { choice } from '@/lib/questions/options';
import type { Writers } from '@/lib/questions/question';
import words from '@/words/bank-training-sets';

/** A test set of versions of few drawings. */
const [ORIGINALS, VERSIONS] = [10, 20];
/** Right less often than confident. */
const [RIGHT, SURE] = [0.7, 0.95];

/** What the sets of images are for, and what numbers measured on them say. */
export const TRAINING_SETS: Writers<null> = {
  threeSets: () => ({
    text: words.threeSets(),
    right: choice(words.threeSetsRight(), words.threeSetsWhy()),
    wrong: [
      choice(words.threeSetsSize(), words.threeSetsSizeWhy()),
      choice(words.threeSetsLearned(), words.threeSetsLearnedWhy()),
      choice(words.threeSetsTrain(), words.threeSetsTrainWhy()),
    ],
  }),
  copies: () => {
    const [images, originals] = [formatCount(ORIGINALS * VERSIONS), formatCount(ORIGINALS)];
    return {
      text: words.copies({ images, originals, each: formatCount(VERSIONS) }),
      right: choice(words.copiesRight({ images }), words.copiesWhy({ images, originals })),
      wrong: [
        choice(words.copiesMore(), words.copiesMoreWhy()),
        choice(words.copiesEasy(), words.copiesEasyWhy()),
        choice(words.copiesMemorized(), words.copiesMemorizedWhy()),
      ],
    };
  },
  overconfident: () => {
    const [right, sure] = [formatPercent(RIGHT), formatPercent(SURE)];
    return {
      text: words.overconfident({ right, sure }),
      right: choice(words.overconfidentRight(), words.overconfidentWhy({ sure })),
      wrong: [
        choice(words.overconfidentGood(), words.overconfidentGoodWhy({ sure })),
        choice(words.overconfidentMemorized(), words.overconfidentMemorizedWhy()),
        choice(words.overconfidentLonger(), words.overconfidentLongerWhy()),
      ],
    };
  },
  raised: () => ({
    text: words.raised(),
    right: choice(words.raisedRight(), words.raisedWhy()),
    wrong: [
      choice(words.raisedCareful(), words.raisedCarefulWhy()),
      choice(words.raisedSame(), words.raisedSameWhy()),
      choice(words.raisedZero(), words.raisedZeroWhy()),
    ],
  }),
  mirrored: () => ({
    text: words.mirrored(),
    right: choice(words.mirroredRight(), words.mirroredWhy()),
    wrong: [
      choice(words.mirroredNone(), words.mirroredNoneWhy()),
      choice(words.mirroredAnimals(), words.mirroredAnimalsWhy()),
      choice(words.mirroredPhotographs(), words.mirroredPhotographsWhy()),
    ],
  }),
};
