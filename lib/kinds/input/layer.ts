import { formatShape } from '@/lib/format/format';
import { valueAt } from '@/lib/tensor/tensor';
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
  canBeLast: false,
  operation: () => words.raw(),
  problem: () => null,
  outputShape: (_layer, shape) => shape,
  parameters: () => null,
  multiplyAdds: () => 0,
  window: () => ({ size: 1, stride: 1, before: 0 }),
  brightness: (_layer, high) => high,
  explain(_layer, image, _weights, cell) {
    const value = valueAt(image, cell);
    return { cell, value, before: value, terms: [], formula: words.fromImage() };
  },
  pullBack: (_layer, _input, _weights, gradient) => gradient,
  offsets: () => null,
  meets: () => null,
  code: (_layer, shape) => ({
    keras: `layers.Input(shape=(${shape.join(', ')}${shape.length === 1 ? ',' : ''}))`,
    tensorflowjs: `tf.layers.inputLayer({ inputShape: [${shape.join(', ')}] })`,
    pytorch: `# no layer: x has the shape batch × ${formatShape([...shape.slice(-1), ...shape.slice(0, -1)])}`,
  }),
};
