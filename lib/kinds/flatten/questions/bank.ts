import { randomInt } from 'd3-random';
import { formatCount, formatShape } from '@/lib/format/format';
import type { Stage } from '@/lib/network/pipeline';
import { choice } from '@/lib/questions/options';
import type { Writers } from '@/lib/questions/question';
import { type Cell, contains, isMap, offset } from '@/lib/tensor/tensor';
import words from '@/words/bank-flatten';

export const FLATTEN: Writers<Stage> = {
  index: (stage, _pipeline, random) => {
    const upTo = randomInt.source(random);
    const [row, column, channel] = [upTo(1, 4)(), upTo(1, 5)(), upTo(1, 6)()];
    const cell: Cell = [row, column, channel];
    if (!isMap(stage.input) || !contains(stage.input, cell)) return null;
    const [height, width, channels] = stage.input;
    return {
      text: words.index({ stage: stage.id, input: formatShape(stage.input), row, column, channel }),
      right: choice(
        formatCount(offset(stage.input, cell)),
        words.indexWhy({ row, width: formatCount(width), column, channels: formatCount(channels), channel }),
      ),
      wrong: [
        choice(formatCount((channel * height + row) * width + column), words.indexByMap()),
        choice(formatCount((column * height + row) * channels + channel), words.indexSwapped()),
        choice(formatCount(offset(stage.input, cell) + 1), words.indexFromOne()),
        choice(formatCount(row * width + column), words.indexOneMap()),
      ],
    };
  },
  length: (stage) => {
    if (!isMap(stage.input)) return null;
    const [height, width, channels] = stage.input;
    return {
      text: words.length({ stage: stage.id, input: formatShape(stage.input) }),
      right: choice(formatCount(stage.output[0]), words.lengthWhy()),
      wrong: [
        choice(formatCount(channels), words.lengthPooled()),
        choice(formatCount(height * width), words.lengthOneMap({ channels: formatCount(channels) })),
        choice(formatCount(height + width + channels), words.lengthAdded()),
        choice(formatCount(height * channels), words.lengthTwoSides()),
      ],
    };
  },
  nothing: (stage) => ({
    text: words.nothing({ stage: stage.id }),
    right: choice(words.nothingRight(), words.nothingWhy()),
    wrong: [
      choice(words.nothingMean(), words.nothingMeanWhy()),
      choice(words.nothingSum(), words.nothingSumWhy()),
      choice(words.nothingWeighted(), words.nothingWeightedWhy()),
    ],
  }),
  rhythm: (stage) => {
    if (!isMap(stage.input)) return null;
    const [height, width, channels] = stage.input;
    return {
      text: words.rhythm({ stage: stage.id, input: formatShape(stage.input) }),
      right: choice(formatCount(channels), words.rhythmWhy({ channels })),
      wrong: [
        choice('1', words.rhythmNext()),
        choice(formatCount(width), words.rhythmRow()),
        choice(formatCount(height * width), words.rhythmMap()),
        choice(formatCount(width * channels), words.rhythmBelow()),
      ],
    };
  },
  undone: (stage) => ({
    text: words.undone({ stage: stage.id, input: formatShape(stage.input) }),
    right: choice(words.undoneRight(), words.undoneWhy()),
    wrong: [
      choice(words.undonePlaces(), words.undonePlacesWhy()),
      choice(words.undoneLargest(), words.undoneLargestWhy()),
      choice(words.undoneWeights({ stage: stage.id }), words.undoneWeightsWhy()),
    ],
  }),
};
