/** A shape to work out: a question of the bank, answered with numbers instead of by choosing. */

import type { ChallengeProblem } from '@/lib/challenges/problem';
import type { AskedAbout, Random } from '@/lib/questions/question';
import { whole } from '@/lib/questions/task-words';
import { bankOf } from '@/lib/quiz/bank';
import type { Checked } from '@/lib/quiz/tasks';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/problem-shape';

/** The question: an image through a convolution and a pooling, with different numbers each time. */
const QUESTION = 'made-prediction-chain';
/** No map of this question is larger or has more channels. */
const LARGEST = 256;

export const SHAPE: ChallengeProblem = {
  id: 'shape',
  about: words.about(),
  text: words.text(),
  hints: [words.hint1(), words.hint2()],
};

export interface ShapeTask extends Checked {
  readonly text: string;
}

/** The numbers of "31 × 31 × 8". */
const sizesOf = (text: string): number[] => text.split(' × ').map((size) => Number(size.replace(/\D/g, '')));

/** A question of the bank, with its misconceptions as mistakes. Fails where the bank lacks it. */
export function shapeTask(network: AskedAbout, random: Random): Result<ShapeTask> {
  const question = bankOf(network)
    .find(({ id }) => id === QUESTION)
    ?.write(random);
  if (!question) return fail(words.noQuestion());
  return ok({
    text: question.text,
    fields: [words.height(), words.width(), words.channels()].map((label) => whole(label, LARGEST + 1)),
    right: sizesOf(question.right.text),
    because: question.right.because,
    mistakes: question.wrong.map(({ text, because }) => ({ answer: sizesOf(text), sentence: because })),
    otherwise: words.otherwise(),
  });
}
