import { formatCount, formatShape } from '@/lib/format/format';
import type { Stage } from '@/lib/pipeline/pipeline';
import { asMap, type Cell, contains, isMap, offset } from '@/lib/tensor/tensor';
import { choice, type Writer } from '../question';

/** A cell whose index tells the orders of axes apart. */
const CELL: Cell = [1, 2, 3];

export const FLATTEN: Readonly<Record<string, Writer<Stage>>> = {
  length: (stage) => {
    if (!isMap(stage.input)) return null;
    const [height, width, channels] = stage.input;
    return {
      text: `${stage.id} gets ${formatShape(stage.input)}. How long is the vector that comes out?`,
      right: choice(
        formatCount(stage.output[0]),
        'Every value has its place in it: the product of the three sides.',
      ),
      wrong: [
        choice(formatCount(channels), 'That would be one value for each map. Flattening keeps all of them.'),
        choice(formatCount(height * width), 'That is one map. There are more.'),
        choice(formatCount(height + width + channels), 'The sides are multiplied, not added.'),
        choice(formatCount(height * channels), 'All three sides count.'),
      ],
    };
  },
  nothing: (stage) => ({
    text: `What does ${stage.id} compute?`,
    right: choice('Nothing: the same values, in one row', 'It only says how to read them. No value changes.'),
    wrong: [
      choice('The mean of every map', 'That is global average pooling, which other networks have here.'),
      choice('The sum over all maps', 'Nothing is added; as many values go out as come in.'),
      choice(
        'A weighted sum of all values',
        'That is what comes next: the dense layer. Flattening itself has no weights.',
      ),
    ],
  }),
  index: (stage) => {
    if (!isMap(stage.input) || !contains(stage.input, CELL)) return null;
    const [height, width, channels] = asMap(stage.input);
    const [row, column, channel] = [1, 2, 3];
    return {
      text: `Where in the vector is the value of row ${row}, column ${column}, map ${channel} (all counted from 0) of ${formatShape(stage.input)}?`,
      right: choice(
        formatCount(offset(stage.input, CELL)),
        `(${row} × ${formatCount(width)} + ${column}) × ${formatCount(channels)} + ${channel}: the map runs fastest, then the column, then the row.`,
      ),
      wrong: [
        choice(
          formatCount((channel * height + row) * width + column),
          'That puts one map after the other. Here the maps of one place stand together.',
        ),
        choice(formatCount((column * height + row) * channels + channel), 'That swaps rows and columns.'),
        choice(formatCount((row * width + column) * channels), 'That is map 0 at this place.'),
        choice(
          formatCount(row * column * channel),
          'The places before it are to be counted, not multiplied.',
        ),
      ],
    };
  },
};
