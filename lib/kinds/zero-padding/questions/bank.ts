import { formatShape } from '@/lib/format/format';
import type { Stage } from '@/lib/network/pipeline';
import { choice, shapeChoice } from '@/lib/questions/options';
import type { Writers } from '@/lib/questions/question';
import { asMap } from '@/lib/tensor/tensor';
import words from '@/words/bank-zero-padding';

export const ZERO_PADDING: Writers<Stage> = {
  shape: (stage) => {
    if (!('top' in stage.layer)) return null;
    const { top, bottom, left, right } = stage.layer;
    const [height, width, channels] = asMap(stage.input);
    return {
      text: words.shape({ stage: stage.id, input: formatShape(stage.input), top, bottom, left, right }),
      right: choice(formatShape(stage.output), words.shapeWhy()),
      wrong: [
        ...shapeChoice([height + top, width + left, channels], words.oneSide()),
        ...shapeChoice([height, width, channels], words.unpadded()),
        ...shapeChoice([height + top + bottom, width + left + right, channels + 1], words.moreMaps()),
        ...shapeChoice([height - top - bottom, width - left - right, channels], words.smaller()),
      ],
    };
  },
};
