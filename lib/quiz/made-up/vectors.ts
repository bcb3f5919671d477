import { formatBytes } from '@/lib/format/bytes';
import { formatCount, formatShape, formatShort } from '@/lib/format/format';
import { rulesOf } from '@/lib/layers/registry';
import type { DenseLayer } from '@/lib/layers/types';
import { asPlace, cellAt, type MapShape, offset, size } from '@/lib/tensor/tensor';
import { choice, counted } from '../options';
import type { Random, Writers } from '../question';
import { EASY, factor, forNumber, oneOf, products, several, weightsOf, whole } from './maker';

const dense = (units: number): DenseLayer => ({ id: 'dense', kind: 'dense', units, activation: 'relu' });
const rules = rulesOf(dense(1));
const flatten = rulesOf({ id: 'flatten', kind: 'flatten' } as const);

const anyMap = (random: Random): MapShape => [
  whole(3, 9, random),
  whole(3, 9, random),
  oneOf([2, 4, 8, 16], random),
];
const placeWords = ([row, column, channel]: readonly number[]) =>
  `row ${row}, column ${column}, channel ${channel}`;

export const MADE_UP_FLATTEN: Writers<null> = {
  index: (_about, _pipeline, random) => {
    const shape = anyMap(random);
    const [height, width, depth] = shape;
    const cell = [
      whole(1, height - 1, random),
      whole(1, width - 1, random),
      whole(1, depth - 1, random),
    ] as const;
    const [row, column, channel] = cell;
    const at = offset(shape, cell);
    return forNumber(
      `Maps of ${formatShape(shape)} are flattened, in the order row, column, channel, all counted from 0. Which index does ${placeWords(cell)} get?`,
      formatCount,
      at,
      `(${row} × ${width} + ${column}) × ${depth} + ${channel} = ${formatCount(at)}.`,
      [
        [
          (channel * height + row) * width + column,
          'That puts one whole map after the other. Here the channel runs fastest.',
        ],
        [(column * height + row) * depth + channel, 'That goes down the columns first. Rows come first.'],
        [at + 1, 'Indices are counted from 0.'],
        [(row * width + column) * depth, 'That is channel 0 of the same place.'],
      ],
    );
  },
  back: (_about, _pipeline, random) => {
    const shape = anyMap(random);
    const [, width, depth] = shape;
    const at = whole(depth + 1, size(shape) - 1, random);
    const cell = asPlace(cellAt(shape, at));
    const [row, column, channel] = cell;
    return {
      text: `Maps of ${formatShape(shape)} are flattened, in the order row, column, channel, all counted from 0. Where did index ${formatCount(at)} stand?`,
      right: choice(
        placeWords(cell),
        `(${row} × ${width} + ${column}) × ${depth} + ${channel} = ${formatCount(at)}: the remainder by ${depth} is the channel, what is left by ${width} the column.`,
      ),
      wrong: [
        choice(placeWords([column, row, channel]), 'Row and column are swapped.'),
        choice(
          placeWords([row, column, (channel + 1) % depth]),
          'The channel is one off: they are counted from 0.',
        ),
        choice(
          placeWords([row, (column + 1) % width, channel]),
          'The column is one off: they are counted from 0.',
        ),
        choice(placeWords([row + 1, column, channel]), 'The row is one off: they are counted from 0.'),
      ],
    };
  },
  length: (_about, _pipeline, random) => {
    const shape = anyMap(random);
    const [height, width, depth] = shape;
    const [length] = flatten.outputShape({ id: 'flatten', kind: 'flatten' }, shape);
    return forNumber(
      `Maps of ${formatShape(shape)} are flattened. How long is the vector?`,
      formatCount,
      length,
      `${height} × ${width} × ${depth} = ${formatCount(length)}: every value goes on.`,
      [
        [height * width, 'That is one map. All of them go into the vector.'],
        [height + width + depth, 'The sizes are multiplied, not added.'],
        [depth, 'That is one value a map. Flattening keeps all.'],
        [height * width * depth * 32, 'A batch stays a batch: each picture has its own vector.'],
      ],
    );
  },
  below: (_about, _pipeline, random) => {
    const shape = anyMap(random);
    const [height, width, depth] = shape;
    const apart = offset(shape, [1, 0, 0]) - offset(shape, [0, 0, 0]);
    return forNumber(
      `Maps of ${formatShape(shape)} are flattened, in the order row, column, channel. How far apart in the vector are a value and the one directly below it in the same map?`,
      formatCount,
      apart,
      `A row is in between: ${width} × ${depth} = ${formatCount(apart)}.`,
      [
        [width, 'Each place holds a value of every channel, so a row is longer than its columns.'],
        [depth, 'That is how far apart neighbours in a row are.'],
        [1, 'Next to it in the vector stands the next channel of the same place.'],
        [height * depth, 'That would be a column. In between lies a row.'],
        [height * width, 'That would be one whole map.'],
      ],
    );
  },
};

export const MADE_UP_DENSE: Writers<null> = {
  byHand: (_about, _pipeline, random) => {
    const values = several([0, 0.5, 1, 2, 3, 4], 3, random);
    const weights = several(EASY, 3, random);
    const bias = oneOf(EASY, random);
    const { value, before } = rules.explain(
      dense(1),
      { shape: [3], values: Float32Array.from(values) },
      weightsOf([3, 1], weights, [bias]),
      [0],
    );
    return forNumber(
      `A unit gets ${values.map(formatShort).join(', ')}. Its weights are ${weights.map(formatShort).join(', ')}, its bias is ${formatShort(bias)}, and ReLU follows. What does it answer?`,
      formatShort,
      value,
      `${products(values, weights)} + ${factor(bias)} = ${formatShort(before)}. ReLU makes that ${formatShort(value)}.`,
      [
        [before, 'That is the sum before ReLU.'],
        [Math.max(0, before - bias), 'That leaves the bias out.'],
        [before - bias, 'That leaves bias and ReLU out.'],
        [
          Math.max(0, ...values.map((one, at) => one * weights[at])),
          'That is the largest product. A unit adds them all up.',
        ],
        [Math.max(0, before) + 0.5, 'A product or a sign went wrong.'],
        [-before, 'ReLU turns no sign: it makes a negative sum 0.'],
      ],
    );
  },
  parameters: (_about, _pipeline, random) => {
    const [inputs, units] = [whole(20, 400, random), whole(8, 60, random)];
    const shapes = rules.weightShapes(dense(units), [inputs]);
    const all = (shapes?.kernel ?? []).reduce((product, n) => product * n, 1) + (shapes?.bias[0] ?? 0);
    return forNumber(
      `A dense layer of ${counted(units, 'unit')} gets ${counted(inputs, 'value')}. How many parameters does it have?`,
      formatCount,
      all,
      `(${inputs} + 1) × ${units} = ${formatCount(all)}: each unit has a weight for each value, and a bias.`,
      [
        [inputs * units, 'That leaves the biases out.'],
        [inputs * units + inputs, 'The biases belong to the units, not to the values that come in.'],
        [inputs * units + 1, 'Each unit has a bias of its own.'],
        [inputs + units, 'Every unit weighs every value: the two are multiplied.'],
      ],
    );
  },
  memory: (_about, _pipeline, random) => {
    const [inputs, units] = [whole(2, 12, random) * 100, whole(2, 9, random) * 10];
    const bytes = rules.multiplyAdds(dense(units), [inputs]) * 4;
    return forNumber(
      `The weights of a dense layer of ${counted(units, 'unit')} on ${counted(inputs, 'value')} are kept in 4 bytes each. How much is that, without the biases?`,
      formatBytes,
      bytes,
      `${inputs} × ${units} × 4 = ${formatCount(bytes)} bytes.`,
      [
        [bytes / 4, 'That is one byte a weight.'],
        [bytes / 4 / 8, 'A byte holds 8 bits, not 8 weights.'],
        [(inputs + units) * 4, 'Every unit weighs every value: the two are multiplied.'],
        [bytes * 8, 'Those are bits.'],
      ],
    );
  },
};
