import { randomInt } from 'd3-random';
import { formatCount, formatShape } from '@/lib/format/format';
import type { Stage } from '@/lib/network/pipeline';
import { choice } from '@/lib/questions/options';
import type { Writers } from '@/lib/questions/question';
import { asMap, size } from '@/lib/tensor/tensor';
import words from '@/words/bank-input';

export const INPUT: Writers<Stage> = {
  values: ({ output }, { images }) => {
    const [height, width, channels] = asMap(output);
    const all = size(output);
    return {
      text: words.values({ input: formatShape(output) }),
      right: choice(formatCount(all), words.valuesWhy({ rows: height, pixels: width, numbers: channels })),
      wrong: [
        choice(formatCount(height * width), words.valuesPixels({ channels })),
        choice(formatCount(height + width + channels), words.valuesAdded()),
        choice(formatCount(all * images), words.valuesAll({ images: formatCount(images) })),
        choice(formatCount(width * channels), words.valuesRow()),
      ],
    };
  },
  order: ({ output }) => {
    const [, , channels] = asMap(output);
    if (channels !== 3) return null;
    return {
      text: words.order(),
      right: choice(words.orderRight(), words.orderWhy()),
      wrong: [
        choice(words.orderPlanes(), words.orderPlanesWhy()),
        choice(words.orderBelow(), words.orderBelowWhy()),
        choice(words.orderImage(), words.orderImageWhy()),
      ],
    };
  },
  batch: ({ output }, _pipeline, random) => {
    const [height, width, channels] = asMap(output);
    const images = 2 ** randomInt.source(random)(3, 7)();
    return {
      text: words.batch({ images: formatCount(images), input: formatShape(output) }),
      right: choice(formatShape([images, height, width, channels]), words.batchWhy()),
      wrong: [
        choice(formatShape([height, width, channels * images]), words.batchChannels()),
        choice(formatShape([height * images, width, channels]), words.batchTall()),
        choice(formatShape([height, width, channels, images]), words.batchLast()),
      ],
    };
  },
  bytes: ({ output }) => ({
    text: words.bytes(),
    right: choice(words.bytesRight(), words.bytesWhy()),
    wrong: [
      choice(words.bytesFractions(), words.bytesFractionsWhy()),
      choice(words.bytesSigned(), words.bytesSignedWhy()),
      choice(words.bytesColumns({ columns: formatCount(asMap(output)[1]) }), words.bytesColumnsWhy()),
    ],
  }),
};
