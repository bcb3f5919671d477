/** A shape to be worked out: a question of the bank, answered with numbers instead of by choosing. */
import type { Pipeline } from '@/lib/pipeline/pipeline';
import { bankOf } from '@/lib/quiz/bank';
import type { Random } from '@/lib/quiz/question';
import type { Checked } from '@/lib/quiz/tasks';
import { whole } from '@/lib/quiz/tasks/words';
import { fail, ok, type Result } from '@/lib/result';
import type { Problem } from './problem';

/** The question that is drawn: a picture through a convolution and a pooling, with other numbers each time. */
const QUESTION = 'made-prediction-chain';
/** No map of such a question is larger, nor has more channels. */
const LARGEST = 256;

export const SHAPE: Problem = {
  id: 'shape',
  about: 'convolution and pooling',
  text: 'Work out what is left of a picture, without running it. The numbers are made up anew for you.',
  hints: [
    'Go one layer at a time. What comes out of the convolution goes into the pooling.',
    'Without padding a kernel of side k leaves n − k + 1 places along a side of n. Pooling of 2 × 2 with stride 2 leaves half. There are as many channels as filters.',
  ],
};

export interface ShapeTask extends Checked {
  readonly text: string;
}

/** "31 × 31 × 8" as its numbers. */
const sizesOf = (text: string): number[] => text.split(' × ').map((size) => Number(size.replaceAll(',', '')));

/** A question of the bank with its misconceptions as mistakes. Fails where the bank lacks it. */
export function shapeTask(pipeline: Pipeline, random: Random): Result<ShapeTask> {
  const question = bankOf(pipeline)
    .find(({ id }) => id === QUESTION)
    ?.write(random);
  if (!question) return fail('There is no question about shapes for this network.');
  return ok({
    text: question.text,
    fields: ['height', 'width', 'channels'].map((label) => whole(label, LARGEST + 1)),
    right: sizesOf(question.right.text),
    because: question.right.because,
    mistakes: question.wrong.map(({ text, because }) => ({ answer: sizesOf(text), sentence: because })),
    otherwise: 'No common slip leads there. Write down the shape after each of the two layers.',
  });
}
