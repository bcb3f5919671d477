import { formatShape } from '@/lib/format/format';
import { isMap } from '@/lib/tensor/tensor';
import words from '@/words/layer-problems';
import { isCount } from '../parts/sliding';
import type { DenseLayer, FindProblem } from '../types';

export const problem: FindProblem<DenseLayer> = ({ id, units }, input) => {
  if (isMap(input)) return words.needsVector({ id, shape: formatShape(input) });
  return isCount(units) ? null : words.wholeUnits({ id, units });
};
