import { classWord } from '@/lib/course/class-names';
import { TRAINING_COUNT } from '@/lib/course/image-sets';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { AskedAbout } from '@/lib/questions/question';
import { must } from '@/lib/result';

/** Maps become a vector in one of two ways, so no single network has every kind. */
const through = (unrolled: 'flatten' | 'globalAveragePool'): Architecture => ({
  name: unrolled,
  input: [32, 32, 3],
  classes: ['cat', 'dog', 'fox', 'owl'],
  layers: [
    { id: 'input', kind: 'input' },
    { id: 'normalize', kind: 'normalize', divisor: 255 },
    { id: 'pad', kind: 'zeroPadding', top: 1, bottom: 2, left: 1, right: 2 },
    { id: 'conv', kind: 'conv2d', filters: 8, kernel: 3, stride: 1, padding: 'valid', activation: 'linear' },
    { id: 'norm', kind: 'batchNormalization', epsilon: 0.001, momentum: 0.99 },
    { id: 'bend', kind: 'activation', activation: 'relu' },
    { id: 'max', kind: 'maxPool', size: 2, stride: 2, padding: 'valid' },
    { id: 'mean', kind: 'averagePool', size: 2, stride: 2, padding: 'valid' },
    { id: 'vector', kind: unrolled },
    { id: 'drop', kind: 'dropout', share: 0.4 },
    { id: 'hidden', kind: 'dense', units: 16, activation: 'relu' },
    { id: 'output', kind: 'dense', units: 4, activation: 'softmax' },
  ],
});

/** Two networks that have a layer of every kind between them, with their questions. */
export const EVERY_KIND_ASKED: readonly AskedAbout[] = (['flatten', 'globalAveragePool'] as const).map(
  (unrolled) => ({ ...must(buildPipeline(through(unrolled))), images: TRAINING_COUNT, classWord }),
);
