import { formatShape } from '@/lib/format/format';
import type { LayerKind } from '@/lib/kinds/types';
import type { Stage } from '@/lib/network/pipeline';
import activation from '@/words/activation';
import averagePool from '@/words/average-pool';
import batchNormalization from '@/words/batch-normalization';
import dropout from '@/words/dropout';
import globalAveragePool from '@/words/global-average-pool';
import words from '@/words/workshop';
import zeroPadding from '@/words/zero-padding';

/** A stage in the workshop analogy of the concept's text. `last`: whether its units are the classes. */
export const STATIONS: Readonly<Record<LayerKind, (stage: Stage, last: boolean) => string>> = {
  input: words.arrives,
  normalize: words.bright,
  conv2d: ({ output }) => words.stencils({ count: output[2] ?? 0 }),
  maxPool: ({ output }) => words.sheets({ count: formatShape(output.slice(2)) }),
  averagePool: ({ output }) => averagePool.station({ count: formatShape(output.slice(2)) }),
  globalAveragePool: ({ output }) => globalAveragePool.station({ count: output[0] }),
  activation: activation.station,
  batchNormalization: batchNormalization.station,
  dropout: dropout.station,
  zeroPadding: ({ output }) => zeroPadding.station({ count: formatShape(output.slice(2)) }),
  flatten: words.readOut,
  dense: ({ output }, last) => (last ? words.shares() : words.members({ count: output[0] })),
};
