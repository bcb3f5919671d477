import { formatShape } from '@/lib/format/format';
import type { InputLayer, WriteCode } from '../types';

export const code: WriteCode<InputLayer> = (_layer, shape) => ({
  keras: `layers.Input(shape=(${shape.join(', ')}${shape.length === 1 ? ',' : ''}))`,
  tensorflowjs: `tf.layers.inputLayer({ inputShape: [${shape.join(', ')}] })`,
  pytorch: `# no layer: x has the shape batch × ${formatShape([...shape.slice(-1), ...shape.slice(0, -1)])}`,
});
