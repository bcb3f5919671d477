import { formatCount, formatShape } from '@/lib/format/format';
import type { ZeroPaddingLayer } from '@/lib/kinds/types';
import { forNumber, oneOf, whole } from '@/lib/questions/maker';
import { choice, shapeChoice } from '@/lib/questions/options';
import type { Random, Writers } from '@/lib/questions/question';
import { asMap, type MapShape, size } from '@/lib/tensor/tensor';
import words from '@/words/bank-zero-padding';
import { zeroPadding as rules } from '../layer';

/** A layer that pads all four sides, its input shape and its output shape. */
function anyLayer(random: Random) {
  const side = () => whole(1, 3, random);
  const layer: ZeroPaddingLayer = {
    id: 'padding',
    kind: 'zeroPadding',
    top: side(),
    bottom: side(),
    left: side(),
    right: side(),
  };
  const input: MapShape = [whole(8, 30, random), whole(8, 30, random), oneOf([3, 4, 8, 16], random)];
  return { layer, input, output: asMap(rules.outputShape(layer, input)) };
}

export const MADE_UP_ZERO_PADDING: Writers<null> = {
  shape: (_about, _pipeline, random) => {
    const { layer, input, output } = anyLayer(random);
    const { top, bottom, left, right } = layer;
    const [height, width, channels] = input;
    const [rows, columns] = output;
    return {
      text: words.madeUpShape({ input: formatShape(input), top, bottom, left, right }),
      right: choice(
        formatShape(output),
        words.madeUpShapeWhy({ height, top, bottom, rows, width, left, right, columns }),
      ),
      wrong: [
        ...shapeChoice([height + top, width + left, channels], words.madeUpOneSide()),
        ...shapeChoice([height + left + right, width + top + bottom, channels], words.madeUpSwapped()),
        ...shapeChoice([rows, columns, channels + 1], words.madeUpChannels()),
        ...shapeChoice([height - top - bottom, width - left - right, channels], words.madeUpSmaller()),
        ...shapeChoice(input, words.madeUpUnpadded()),
      ],
    };
  },
  zeros: (_about, _pipeline, random) => {
    const { layer, input, output } = anyLayer(random);
    const { top, bottom, left, right } = layer;
    const [height, width, channels] = input;
    const zeros = size(output) - size(input);
    const corners = (top + bottom) * (left + right) * channels;
    return forNumber(
      words.madeUpZeros({ input: formatShape(input), top, bottom, left, right }),
      formatCount,
      zeros,
      words.madeUpZerosWhy({
        output: formatCount(size(output)),
        input: formatCount(height * width * channels),
        zeros: formatCount(zeros),
      }),
      [
        [zeros / channels, words.madeUpZerosMap({ channels })],
        [zeros - corners, words.madeUpZerosCorners()],
        [zeros + corners, words.madeUpZerosTwice()],
        [size(output), words.madeUpZerosAll()],
      ],
    );
  },
};
