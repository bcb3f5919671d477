import { formatCount } from '@/lib/format/format';
import { asPlace, cellAt, isMap, size } from '@/lib/tensor/tensor';
import words from '@/words/predict';
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
    text: words.indexText({ row, column, channel, before: before.id }),
    tip: words.indexTip({ before: before.id, height, width, depth }),
    fields: [whole(words.index(), size(stage.input))],
    right: [right],
    because: `(${row} × ${width} + ${column}) × ${depth} + ${channel} = ${formatCount(right)}.`,
    mistakes: [
      {
        answer: [(channel * height + row) * width + column],
        sentence: words.channelFirst(),
      },
      {
        answer: [(column * height + row) * depth + channel],
        sentence: words.downColumns(),
      },
      {
        answer: [row * width + column],
        sentence: words.placesOnly({ depth }),
      },
      {
        answer: [(row * width + column) * depth],
        sentence: words.noChannel(),
      },
      {
        answer: [(row * height + column) * depth + channel],
        sentence: words.byHeight({ width }),
      },
      {
        answer: [row * width * depth + column + channel],
        sentence: words.columnsOnce({ depth }),
      },
      ...[right + 1, right - 1].map((answer) => ({
        answer: [answer],
        sentence: words.indexByOne(),
      })),
    ],
    otherwise: words.indexOtherwise({ depth }),
  };
}
