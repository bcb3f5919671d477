import { slidingProblem } from '../parts/problems';
import type { FindProblem, MaxPoolLayer } from '../types';
import { sliding } from './layer';

export const problem: FindProblem<MaxPoolLayer> = (layer, input) =>
  slidingProblem(layer.id, sliding(layer), input, 'window');
