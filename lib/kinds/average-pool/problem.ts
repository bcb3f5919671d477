import { slidingProblem } from '../parts/problems';
import type { AveragePoolLayer, FindProblem } from '../types';
import { sliding } from './layer';

export const problem: FindProblem<AveragePoolLayer> = (layer, input) =>
  slidingProblem(layer.id, sliding(layer), input, 'window');
