/** Options as the bank's writers put them together. */
import { formatShape } from '@/lib/format/format';
import type { Shape } from '@/lib/tensor/tensor';
import type { AnswerOption } from './question';

export const choice = (text: string, because: string): AnswerOption => ({ text, because });

/** A wrong shape; none where some misconception leaves no cell of it. */
export const shapeChoice = (shape: Shape, because: string): readonly AnswerOption[] =>
  shape.every((side) => side >= 1) ? [choice(formatShape(shape), because)] : [];
