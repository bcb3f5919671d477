import { formatCount } from '@/lib/format/format';
import type { Stage } from '@/lib/network/pipeline';
import { choice } from '@/lib/questions/options';
import type { Writers } from '@/lib/questions/question';
import { channelsOf } from '@/lib/tensor/tensor';
import words from '@/words/bank-batch-normalization';

export const BATCH_NORMALIZATION: Writers<Stage> = {
  learned: (stage) => {
    const channels = channelsOf(stage.output);
    return {
      text: words.learned({ stage: stage.id, channels }),
      right: choice(formatCount(2 * channels), words.learnedWhy()),
      wrong: [
        choice(formatCount(4 * channels), words.learnedAll()),
        choice('0', words.learnedNone()),
        choice(formatCount(channels), words.learnedOne()),
        choice('2', words.learnedShared()),
      ],
    };
  },
  answering: (stage) => ({
    text: words.answering({ stage: stage.id }),
    right: choice(words.answeringRight(), words.answeringWhy()),
    wrong: [
      choice(words.answeringBatch(), words.answeringBatchWhy()),
      choice(words.answeringOwn(), words.answeringOwnWhy()),
      choice(words.answeringNone(), words.answeringNoneWhy()),
    ],
  }),
};
