import { formatCount } from '@/lib/format/format';
import { asPlace, cellAt, isMap, size } from '@/lib/tensor/tensor';
import type { Task } from '../tasks/task';
import { stageBefore, whole } from '../tasks/words';
import { type AboutCell, common } from './about';

/** At which index of the vector a value of the maps stands. */
export function indexOfPlace({ pipeline, stage, cell }: AboutCell): Task | null {
  const before = stageBefore(pipeline, stage);
  if (stage.layer.kind !== 'flatten' || !before || !isMap(stage.input)) return null;
  const [height, width, depth] = stage.input;
  const [row, column, channel] = asPlace(cellAt(stage.input, cell[0]));
  const right = (row * width + column) * depth + channel;
  return {
    ...common(stage.id, cell),
    text: `At which index of the vector does the value at row ${row}, column ${column}, channel ${channel} of ${before.id} stand?`,
    tip: `${before.id} has ${height} rows of ${width} columns, and ${depth} channels at each place. The channel runs fastest.`,
    fields: [whole('index', size(stage.input))],
    right: [right],
    because: `(${row} × ${width} + ${column}) × ${depth} + ${channel} = ${formatCount(right)}.`,
    mistakes: [
      {
        answer: [(channel * height + row) * width + column],
        sentence: 'That flattens map after map: the channel first. Here it runs fastest.',
      },
      {
        answer: [(column * height + row) * depth + channel],
        sentence: 'That goes down the columns. The rows are read one after the other.',
      },
      {
        answer: [row * width + column],
        sentence: `That counts places. At each place stand ${depth} values, one a channel.`,
      },
      {
        answer: [(row * width + column) * depth],
        sentence: 'That is where the place begins. The channel is still to be added.',
      },
      {
        answer: [(row * height + column) * depth + channel],
        sentence: `A row has as many places as there are columns: multiply by ${width}.`,
      },
      {
        answer: [row * width * depth + column + channel],
        sentence: `Each column before this one has ${depth} values, not one.`,
      },
      ...[right + 1, right - 1].map((answer) => ({
        answer: [answer],
        sentence: 'Off by one: rows, columns, channels and the index all count from 0.',
      })),
    ],
    otherwise: `Count the places before this one, row by row; each has ${depth} values. Then count the channels before it.`,
  };
}
