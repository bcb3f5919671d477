/** Answer options that several writers of the bank use. */
import { formatShape } from '@/lib/format/format';
import type { Shape } from '@/lib/tensor/tensor';
import type { AnswerOption } from './question';

export const choice = (text: string, because: string): AnswerOption => ({ text, because });

/** A wrong shape; no option where the misconception leaves no cell of it. */
export const shapeChoice = (shape: Shape, because: string): readonly AnswerOption[] =>
  shape.every((side) => side >= 1) ? [choice(formatShape(shape), because)] : [];
