import { formatCount } from '@/lib/format/format';
import type { About, Task } from '@/lib/questions/task';
import { stageBefore, whole } from '@/lib/questions/task-words';
import { asPlace, cellAt, isMap, size } from '@/lib/tensor/tensor';
import common from '@/words/task-words';
import words from '@/words/trace-task-vectors';

/** Which value of the maps is at an index of the vector. */
export function unrolled({ pipeline, stage, random }: About): Task | null {
  const before = stageBefore(pipeline, stage);
  if (!before || !isMap(stage.input)) return null;
  const [height, width, depth] = stage.input;
  const index = Math.floor(random() * size(stage.input));
  const [row, column, channel] = asPlace(cellAt(stage.input, index));
  const place = Math.floor(index / depth);
  // Channel after channel, as in some other libraries.
  const first = [Math.floor(index / width) % height, index % width, Math.floor(index / (height * width))];
  return {
    id: `unrolled ${index}`,
    text: words.unrolled({ before: before.id, index: formatCount(index) }),
    tip: words.unrolledTip({ before: before.id, height, width, depth }),
    fields: [whole(common.row(), height), whole(common.column(), width), whole(words.channel(), depth)],
    right: [row, column, channel],
    because: words.unrolledBecause({ index: formatCount(index), row, width, column, depth, channel }),
    mistakes: [
      {
        answer: first,
        sentence: words.channelFirst(),
      },
      ...(row === column ? [] : [{ answer: [column, row, channel], sentence: words.swapped() }]),
      {
        answer: [Math.floor(place / height), place % height, channel],
        sentence: words.byHeight(),
      },
      {
        answer: [row + 1, column + 1, channel + 1],
        sentence: words.allFrom0(),
      },
    ],
    otherwise: words.unrolledOtherwise({ depth, width }),
    look: null,
    open: false,
    path: [
      { stage: stage.id, cell: [index] },
      { stage: before.id, cell: [row, column, channel] },
    ],
  };
}
