import { formatCount, formatShape } from '@/lib/format/format';
import type { Predicted } from '@/lib/questions/about';
import { aboutShape, MOST } from '@/lib/questions/shapes';
import type { Task, TaskWriter } from '@/lib/questions/task';
import { whole } from '@/lib/questions/task-words';
import { isMap, size } from '@/lib/tensor/tensor';
import words from '@/words/bank-global-average-pool';

/** The length of the output vector. */
export const meansLength: Predicted = (about): Task | null => {
  const { id, input } = about.stage;
  if (!isMap(input)) return null;
  const [height, width, depth] = input;
  return {
    ...aboutShape(about),
    text: words.text({ stage: id, input: formatShape(input) }),
    tip: words.tip(),
    fields: [whole(words.length(), MOST * 1000)],
    right: [depth],
    because: words.because({ count: formatCount(depth) }),
    mistakes: [
      { answer: [size(input)], sentence: words.flattened() },
      { answer: [height * width], sentence: words.oneMap() },
      { answer: [height * width * depth - depth], sentence: words.flattened() },
      { answer: [1], sentence: words.overall() },
    ],
    otherwise: words.otherwise(),
  };
};

export const means: TaskWriter = (about) => meansLength({ ...about, cell: [0] });
