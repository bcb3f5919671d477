import { formatCount, formatShape } from '@/lib/format/format';
import { forNumber, oneOf, whole } from '@/lib/questions/maker';
import { choice } from '@/lib/questions/options';
import type { Random, Writers } from '@/lib/questions/question';
import { asPlace, cellAt, type MapShape, offset, size } from '@/lib/tensor/tensor';
import words from '@/words/bank-made-up-vectors';
import { flatten } from '../layer';

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
