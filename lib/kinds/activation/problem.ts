import words from '@/words/layer-problems';
import { LEAK } from '../parts/activation';
import type { ActivationLayer, FindProblem } from '../types';

export const problem: FindProblem<ActivationLayer> = ({ id, activation: name, slope = LEAK }) =>
  name !== 'leakyRelu' || (Number.isFinite(slope) && slope >= 0) ? null : words.slope({ id, slope });
