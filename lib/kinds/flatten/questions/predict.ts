import { formatCount, formatShape } from '@/lib/format/format';
import { type AboutCell, common } from '@/lib/questions/about';
import { aboutShape, MOST } from '@/lib/questions/shapes';
import type { Task } from '@/lib/questions/task';
import { stageBefore, whole } from '@/lib/questions/task-words';
import { asPlace, cellAt, isMap, size } from '@/lib/tensor/tensor';
import words from '@/words/predict';

/** The index in the vector of a value of the maps. */
export function indexOfPlace({ pipeline, stage, cell }: AboutCell): Task | null {
  const before = stageBefore(pipeline, stage);
  if (!before || !isMap(stage.input)) return null;
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

/** The length of the vector. */
export function vectorLength(about: AboutCell): Task | null {
  const { id, input } = about.stage;
  if (!isMap(input)) return null;
  const [height, width, depth] = input;
  return {
    ...aboutShape(about),
    text: words.lengthText({ stage: id, input: formatShape(input) }),
    tip: words.lengthTip(),
    fields: [whole(words.length(), MOST * 1000)],
    right: [size(input)],
    because: `${height} × ${width} × ${depth} = ${formatCount(size(input))}.`,
    mistakes: [
      { answer: [height * width], sentence: words.oneMap({ depth }) },
      { answer: [height + width + depth], sentence: words.sizesAdded() },
      { answer: [height * depth], sentence: words.noColumns() },
      { answer: [depth], sentence: words.onePlace() },
      {
        answer: [size(input) - 1],
        sentence: words.lastIndex(),
      },
    ],
    otherwise: words.lengthOtherwise(),
  };
}
