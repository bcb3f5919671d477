import { formatBytes } from '@/lib/format/bytes';
import { formatCount, formatShape, formatShort } from '@/lib/format/format';
import { rulesOf } from '@/lib/layers/registry';
import type { DenseLayer } from '@/lib/layers/types';
import { asPlace, cellAt, type MapShape, offset, size } from '@/lib/tensor/tensor';
import words from '@/words/bank-made-vectors';
import { choice } from '../options';
import type { Random, Writers } from '../question';
import { EASY, factor, forNumber, listed, oneOf, products, several, weightsOf, whole } from './maker';

const dense = (units: number): DenseLayer => ({ id: 'dense', kind: 'dense', units, activation: 'relu' });
const rules = rulesOf(dense(1));
const flatten = rulesOf({ id: 'flatten', kind: 'flatten' } as const);

const anyMap = (random: Random): MapShape => [
  whole(3, 9, random),
  whole(3, 9, random),
  oneOf([2, 4, 8, 16], random),
];
const placeWords = ([row, column, channel]: readonly number[]) => words.place({ row, column, channel });

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
      words.index({ shape: formatShape(shape), place: placeWords(cell) }),
      formatCount,
      at,
      words.indexWhy({ row, width, column, channels: depth, channel, index: formatCount(at) }),
      [
        [(channel * height + row) * width + column, words.indexByMap()],
        [(column * height + row) * depth + channel, words.indexColumns()],
        [at + 1, words.indexFromOne()],
        [(row * width + column) * depth, words.indexChannel()],
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
      text: words.back({ shape: formatShape(shape), index: formatCount(at) }),
      right: choice(
        placeWords(cell),
        words.backWhy({ row, width, column, channels: depth, channel, index: formatCount(at) }),
      ),
      wrong: [
        choice(placeWords([column, row, channel]), words.backSwapped()),
        choice(placeWords([row, column, (channel + 1) % depth]), words.backChannel()),
        choice(placeWords([row, (column + 1) % width, channel]), words.backColumn()),
        choice(placeWords([row + 1, column, channel]), words.backRow()),
      ],
    };
  },
  length: (_about, _pipeline, random) => {
    const shape = anyMap(random);
    const [height, width, depth] = shape;
    const [length] = flatten.outputShape({ id: 'flatten', kind: 'flatten' }, shape);
    return forNumber(
      words.length({ shape: formatShape(shape) }),
      formatCount,
      length,
      words.lengthWhy({ height, width, channels: depth, values: formatCount(length) }),
      [
        [height * width, words.lengthOneMap()],
        [height + width + depth, words.lengthSum()],
        [depth, words.lengthPooled()],
        [height * width * depth * 32, words.lengthBatch()],
      ],
    );
  },
  below: (_about, _pipeline, random) => {
    const shape = anyMap(random);
    const [height, width, depth] = shape;
    const apart = offset(shape, [1, 0, 0]) - offset(shape, [0, 0, 0]);
    return forNumber(
      words.below({ shape: formatShape(shape) }),
      formatCount,
      apart,
      words.belowWhy({ width, channels: depth, apart: formatCount(apart) }),
      [
        [width, words.belowWidth()],
        [depth, words.belowNext()],
        [1, words.belowChannel()],
        [height * depth, words.belowColumn()],
        [height * width, words.belowMap()],
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
      words.byHand({ values: listed(values), weights: listed(weights), bias: formatShort(bias) }),
      formatShort,
      value,
      words.byHandWhy({
        sum: products(values, weights),
        bias: factor(bias),
        before: formatShort(before),
        value: formatShort(value),
      }),
      [
        [before, words.byHandBefore()],
        [Math.max(0, before - bias), words.byHandNoBias()],
        [before - bias, words.byHandBare()],
        [Math.max(0, ...values.map((one, at) => one * weights[at])), words.byHandLargest()],
        [Math.max(0, before) + 0.5, words.byHandSlip()],
        [-before, words.byHandSign()],
      ],
    );
  },
  parameters: (_about, _pipeline, random) => {
    const [inputs, units] = [whole(20, 400, random), whole(8, 60, random)];
    const shapes = rules.weightShapes(dense(units), [inputs]);
    const all = (shapes?.kernel ?? []).reduce((product, n) => product * n, 1) + (shapes?.bias[0] ?? 0);
    return forNumber(
      words.parameters({ units, values: inputs }),
      formatCount,
      all,
      words.parametersWhy({ values: inputs, units, parameters: formatCount(all) }),
      [
        [inputs * units, words.parametersNoBias()],
        [inputs * units + inputs, words.parametersInputs()],
        [inputs * units + 1, words.parametersOneBias()],
        [inputs + units, words.everyUnit()],
      ],
    );
  },
  memory: (_about, _pipeline, random) => {
    const [inputs, units] = [whole(2, 12, random) * 100, whole(2, 9, random) * 10];
    const bytes = rules.multiplyAdds(dense(units), [inputs]) * 4;
    return forNumber(
      words.memory({ units, values: inputs }),
      formatBytes,
      bytes,
      words.memoryWhy({ values: inputs, units, bytes: formatCount(bytes) }),
      [
        [bytes / 4, words.memoryByte()],
        [bytes / 4 / 8, words.memoryEight()],
        [(inputs + units) * 4, words.everyUnit()],
        [bytes * 8, words.memoryBits()],
      ],
    );
  },
};
