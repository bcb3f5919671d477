import { formatShape } from '@/lib/format/format';
import type { Predicted } from '@/lib/questions/about';
import { answered, asTask } from '@/lib/questions/answered';
import { aboutShape, MOST } from '@/lib/questions/shapes';
import type { Task } from '@/lib/questions/task';
import { whole } from '@/lib/questions/task-words';
import { asMap, isMap } from '@/lib/tensor/tensor';
import words from '@/words/bank-zero-padding';
import predict from '@/words/predict';

/** The value of a cell. */
export const laid = answered(({ terms }) => ({
  tip: words.tip({ inside: terms.length > 0 ? 'yes' : 'no' }),
  because: words.because({ inside: terms.length > 0 ? 'yes' : 'no' }),
  mistakes: terms[0]?.value
    ? [{ answer: [0], sentence: words.inside() }]
    : [{ answer: [1], sentence: words.zero() }],
  otherwise: words.otherwise(),
}));

/** The shape of the padded maps. */
export const paddedShape: Predicted = (about): Task | null => {
  const { id, input, output } = about.stage;
  if (!isMap(input)) return null;
  const [height, width, depth] = asMap(output);
  return {
    ...aboutShape(about),
    text: predict.shapeText({ stage: id, input: formatShape(input) }),
    tip: words.shapeTip(),
    fields: [whole(predict.height(), MOST), whole(predict.width(), MOST), whole(predict.channels(), MOST)],
    right: [height, width, depth],
    because: words.shapeBecause({ output: formatShape(output) }),
    mistakes: [
      { answer: [...input], sentence: words.unpadded() },
      {
        answer: [(height + input[0]) / 2, (width + input[1]) / 2, depth],
        sentence: words.oneSide(),
      },
    ],
    otherwise: words.shapeOtherwise(),
  };
};

export const padding = asTask(laid);
