import words from '@/words/layer-problems';
import type { DropoutLayer, FindProblem } from '../types';

export const problem: FindProblem<DropoutLayer> = ({ id, share }) =>
  share >= 0 && share < 1 ? null : words.share({ id, share });
