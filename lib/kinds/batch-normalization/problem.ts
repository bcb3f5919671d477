import words from '@/words/layer-problems';
import type { BatchNormalizationLayer, FindProblem } from '../types';

const isShare = (n: number): boolean => n >= 0 && n < 1;

export const problem: FindProblem<BatchNormalizationLayer> = ({ id, epsilon, momentum }) => {
  if (!(Number.isFinite(epsilon) && epsilon > 0)) return words.epsilon({ id, epsilon });
  return isShare(momentum) ? null : words.momentum({ id, momentum });
};
