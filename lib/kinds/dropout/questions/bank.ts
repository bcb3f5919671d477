import { formatPercent } from '@/lib/format/format';
import type { Stage } from '@/lib/network/pipeline';
import { choice } from '@/lib/questions/options';
import type { Writers } from '@/lib/questions/question';
import words from '@/words/bank-dropout';

export const DROPOUT: Writers<Stage> = {
  answering: (stage) => {
    if (!('share' in stage.layer)) return null;
    const share = formatPercent(stage.layer.share);
    return {
      text: words.answering({ stage: stage.id, share }),
      right: choice(words.answeringRight(), words.answeringWhy()),
      wrong: [
        choice(words.answeringSame({ share }), words.answeringSameWhy()),
        choice(words.answeringScaled(), words.answeringScaledWhy()),
        choice(words.answeringFixed(), words.answeringFixedWhy()),
      ],
    };
  },
};
