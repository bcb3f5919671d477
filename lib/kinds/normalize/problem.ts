import { channelsOf } from '@/lib/tensor/tensor';
import words from '@/words/layer-problems';
import type { FindProblem, NormalizeLayer } from '../types';

export const problem: FindProblem<NormalizeLayer> = (
  { id, divisor, means = [0], deviations = [1] },
  input,
) => {
  const channels = channelsOf(input);
  if (!(Number.isFinite(divisor) && divisor > 0)) return words.divisor({ id, divisor });
  const fits = [means, deviations].every((list) => list.length === 1 || list.length === channels);
  if (!fits) return words.perChannel({ id, channels });
  const usable = means.every(Number.isFinite) && deviations.every((one) => Number.isFinite(one) && one !== 0);
  return usable ? null : words.deviation({ id });
};
