import type { LayerKind } from '@/lib/kinds/types';
import words from '@/words/insight';

/** What layers of a kind contribute to the prediction, in a few words. */
interface Job {
  readonly name: string;
  readonly job: string;
}

/** The job of each kind; null for a kind that prepares the image, arranges values, or is idle in a prediction. */
export const JOBS: Readonly<Record<LayerKind, Job | null>> = {
  input: null,
  normalize: null,
  conv2d: { name: words.conv(), job: words.convJob() },
  maxPool: { name: words.pool(), job: words.poolJob() },
  averagePool: { name: words.averagePool(), job: words.averagePoolJob() },
  globalAveragePool: { name: words.globalAveragePool(), job: words.globalAveragePoolJob() },
  activation: { name: words.activation(), job: words.activationJob() },
  batchNormalization: { name: words.batchNormalization(), job: words.batchNormalizationJob() },
  dropout: null,
  zeroPadding: null,
  flatten: null,
  dense: { name: words.dense(), job: words.denseJob() },
};
