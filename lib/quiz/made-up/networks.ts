import { formatCount, formatShape } from '@/lib/format/format';
import { formatSides } from '@/lib/kinds/parts/sides';
import type { Conv2dLayer, Layer, MaxPoolLayer } from '@/lib/kinds/types';
import { forNumber, network, oneOf, whole } from '@/lib/questions/maker';
import { choice, shapeChoice } from '@/lib/questions/options';
import type { Writers } from '@/lib/questions/question';
import type { MapShape } from '@/lib/tensor/tensor';
import words from '@/words/bank-made-up-networks';

const conv = (id: string, change: Partial<Conv2dLayer> = {}): Conv2dLayer => ({
  id,
  kind: 'conv2d',
  filters: 4,
  kernel: 3,
  stride: 1,
  padding: 'valid',
  activation: 'relu',
  ...change,
});
const pool: MaxPoolLayer = { id: 'pool', kind: 'maxPool', size: 2, stride: 2, padding: 'valid' };

/** The receptive field of the last of some layers. */
function fieldOf(layers: readonly Layer[]) {
  const { stages } = network([64, 64, 1], layers);
  const field = stages[layers.length].receptiveField;
  if (!field) throw new Error('these layers see only a part of the image');
  return field;
}

export const MADE_UP_NETWORK: Writers<null> = {
  field: (_about, _pipeline, random) => {
    const [first, second] = [oneOf([3, 5, 7], random), oneOf([3, 5, 7], random)];
    const { height: side } = fieldOf([conv('a', { kernel: first }), conv('b', { kernel: second })]);
    return forNumber(
      words.field({ first: formatSides(first), second: formatSides(second) }),
      formatSides,
      side,
      words.fieldWhy({ first, second, side }),
      [
        [first + second, words.fieldSum()],
        [first * second, words.fieldProduct()],
        [second, words.fieldSecond()],
        [Math.max(first, second), words.fieldLargest()],
      ],
    );
  },
  pooledField: (_about, _pipeline, random) => {
    const [first, second] = [oneOf([3, 5], random), oneOf([3, 5], random)];
    const { height: side } = fieldOf([conv('a', { kernel: first }), pool, conv('b', { kernel: second })]);
    const pooled = first + 1;
    return forNumber(
      words.pooledField({ first: formatSides(first), second: formatSides(second) }),
      formatSides,
      side,
      words.pooledFieldWhy({ first, pooled, second, side }),
      [
        [pooled + second - 1, words.pooledFieldStride()],
        [first + second - 1, words.pooledFieldNone()],
        [2 * (first + second - 1), words.pooledFieldDouble()],
        [pooled * second, words.pooledFieldProduct()],
      ],
    );
  },
  apart: (_about, _pipeline, random) => {
    const poolings = whole(1, 3, random);
    const stride = oneOf([1, 2], random);
    const layers = [
      conv('a', { stride }),
      ...Array.from({ length: poolings }, (_, n): Layer => ({ ...pool, id: `pool${n}` })),
    ];
    const apart = fieldOf(layers).stride;
    const twos = Array.from({ length: poolings }, () => '2').join(' × ');
    return forNumber(
      words.apart({ stride, poolings }),
      formatCount,
      apart,
      words.apartWhy({ stride, twos, apart }),
      [
        [stride + 2 * poolings, words.apartSum()],
        [2 * poolings, words.apartDouble()],
        [1, words.apartOne()],
        [apart * 2, words.apartMore()],
        [apart + 1, words.apartSize()],
      ],
    );
  },
  total: (_about, _pipeline, random) => {
    const input: MapShape = [whole(8, 16, random), whole(8, 16, random), oneOf([1, 3], random)];
    const filters = oneOf([2, 4, 8], random);
    const drawn = network(input, [conv('a', { filters })]);
    const [first, last] = [drawn.stages[1], drawn.stages[drawn.stages.length - 1]];
    const [inputs] = last.input;
    return forNumber(
      words.total({ input: formatShape(input), filters, values: formatCount(inputs) }),
      formatCount,
      drawn.parameters,
      words.totalWhy({
        channels: input[2],
        filters,
        values: inputs,
        parameters: formatCount(drawn.parameters),
      }),
      [
        [drawn.parameters - filters - 2, words.totalNoBias()],
        [first.parameters, words.totalConvolution()],
        [last.parameters, words.totalDense()],
        [first.parameters + inputs + 1, words.totalOneUnit()],
      ],
    );
  },
  chain: (_about, _pipeline, random) => {
    const input: MapShape = [2 * whole(8, 20, random), 2 * whole(8, 20, random), 3];
    const filters = oneOf([8, 16, 32], random);
    const { stages } = network(input, [conv('a', { filters }), pool]);
    const [down, across] = [input[0] - 2, input[1] - 2];
    return {
      text: words.chain({ input: formatShape(input), filters }),
      right: choice(
        formatShape(stages[2].output),
        words.chainWhy({
          height: input[0],
          down,
          width: input[1],
          across,
          rows: down / 2,
          columns: across / 2,
        }),
      ),
      wrong: [
        ...shapeChoice([input[0] / 2, input[1] / 2, filters], words.chainSame()),
        ...shapeChoice([down / 2, across / 2, 3], words.chainColours()),
        ...shapeChoice([down, across, filters], words.chainUnpooled()),
        ...shapeChoice([down / 2 - 1, across / 2 - 1, filters], words.chainEdge()),
      ],
    };
  },
};
