import words from '@/words/layers';
import type { InputLayer, LayerRules } from '../types';

/** The image: every value is the file's byte, 0 to 255, and nothing is computed. */
export const input: LayerRules<InputLayer> = {
  kind: 'input',
  name: words.input(),
  stem: 'input',
  numbered: false,
  isSource: true,
  unrolls: false,
  units: null,
  operation: () => words.raw(),
  outputShape: (_layer, shape) => shape,
  parameters: () => null,
  multiplyAdds: () => 0,
  window: () => ({ size: 1, stride: 1, before: 0 }),
  brightness: (_layer, high) => high,
};
