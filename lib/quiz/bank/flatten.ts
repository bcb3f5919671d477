import { randomInt } from 'd3-random';
import { formatCount, formatShape } from '@/lib/format/format';
import type { Stage } from '@/lib/pipeline/pipeline';
import { type Cell, contains, isMap, offset } from '@/lib/tensor/tensor';
import { choice, counted } from '../options';
import type { Writers } from '../question';

export const FLATTEN: Writers<Stage> = {
  index: (stage, _pipeline, random) => {
    const upTo = randomInt.source(random);
    const [row, column, channel] = [upTo(1, 4)(), upTo(1, 5)(), upTo(1, 6)()];
    const cell: Cell = [row, column, channel];
    if (!isMap(stage.input) || !contains(stage.input, cell)) return null;
    const [height, width, channels] = stage.input;
    return {
      text: `${stage.id} gets ${formatShape(stage.input)}. Which index of the vector is row ${row}, column ${column}, channel ${channel}, all counted from 0?`,
      right: choice(
        formatCount(offset(stage.input, cell)),
        `(${row} × ${formatCount(width)} + ${column}) × ${formatCount(channels)} + ${channel}: the channel runs fastest, then the column, then the row.`,
      ),
      wrong: [
        choice(
          formatCount((channel * height + row) * width + column),
          'That lays one map after the other. Here all channels of one place stand together.',
        ),
        choice(
          formatCount((column * height + row) * channels + channel),
          'That swaps row and column. A row is finished before the next begins.',
        ),
        choice(
          formatCount(offset(stage.input, cell) + 1),
          'One too far: counted from 0, so many values come before it.',
        ),
        choice(
          formatCount(row * width + column),
          'That is the place on a single map. Each place has a value for every channel.',
        ),
      ],
    };
  },
  length: (stage) => {
    if (!isMap(stage.input)) return null;
    const [height, width, channels] = stage.input;
    return {
      text: `${stage.id} gets ${formatShape(stage.input)}. How long is the vector that comes out?`,
      right: choice(
        formatCount(stage.output[0]),
        'Every value gets its place in the vector: the product of the three sides.',
      ),
      wrong: [
        choice(
          formatCount(channels),
          'One value for each map would be global average pooling. Flattening keeps all of them.',
        ),
        choice(formatCount(height * width), `That is one map. There are ${formatCount(channels)}.`),
        choice(formatCount(height + width + channels), 'The sides are multiplied, not added.'),
        choice(formatCount(height * channels), 'All three sides count.'),
      ],
    };
  },
  nothing: (stage) => ({
    text: `What does ${stage.id} compute?`,
    right: choice(
      'Nothing: the same values in one row',
      'It fixes an order. No value changes, none is lost.',
    ),
    wrong: [
      choice('The mean of every map', 'That is global average pooling, which some networks have here.'),
      choice('The sum over all maps', 'Nothing is added: as many values go out as come in.'),
      choice(
        'A weighted sum of all values',
        'That is the dense layer, which comes next. Flattening has no weights.',
      ),
    ],
  }),
  rhythm: (stage) => {
    if (!isMap(stage.input)) return null;
    const [height, width, channels] = stage.input;
    return {
      text: `Go along the vector of ${stage.id}, made of ${formatShape(stage.input)}. How many steps after a value does the same map’s next column come?`,
      right: choice(
        formatCount(channels),
        `First come the other maps at the same place: ${counted(channels, 'value')} for each place.`,
      ),
      wrong: [
        choice('1', 'The next value belongs to the same place and to the next map.'),
        choice(formatCount(width), 'That would be the next row, if there were a single map.'),
        choice(
          formatCount(height * width),
          'That would be the next map, if the maps came one after the other.',
        ),
        choice(formatCount(width * channels), 'That is the same column of the next row.'),
      ],
    };
  },
};
