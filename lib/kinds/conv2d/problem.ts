import words from '@/words/layer-problems';
import { slidingProblem } from '../parts/problems';
import { isCount } from '../parts/sliding';
import type { Conv2dLayer, FindProblem } from '../types';
import { sliding } from './layer';

export const problem: FindProblem<Conv2dLayer> = (layer, input) => {
  const { id, filters } = layer;
  if (!isCount(filters)) return words.filters({ id, filters });
  return slidingProblem(id, sliding(layer), input, 'kernel');
};
