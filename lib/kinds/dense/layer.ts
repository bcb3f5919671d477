import words from '@/words/layers';
import { ACTIVATION_WORD } from '../parts/activation';
import type { DenseLayer, LayerRules } from '../types';

/** Every unit weights all values of its input and outputs one number, their sum. */
export const dense: LayerRules<DenseLayer> = {
  kind: 'dense',
  name: words.dense(),
  stem: 'dense',
  numbered: false,
  isSource: false,
  unrolls: false,
  units: ({ units }) => units,
  operation: ({ units, activation }) => words.units({ units, activation: ACTIVATION_WORD[activation] }),
  outputShape: ({ units }) => [units],
  parameters: ({ units, bias }, input) => ({
    kernel: { shape: [input[0], units], trained: true, initial: 'drawn' },
    ...(bias !== false && { bias: { shape: [units], trained: true, initial: 0 } }),
  }),
  multiplyAdds: ({ units }, input) => units * input[0],
  window: () => null,
  brightness: () => null,
};
