import type { Layer } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { Pipeline } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import { must } from '@/lib/result';
import type { MapShape } from '@/lib/tensor/tensor';
import { naiveForward } from '../../unit/support/naive';
import { randomWeights } from '../../unit/support/random-weights';

/** A network, and an image's trace through it. */
export interface ImagePass {
  readonly pipeline: Pipeline;
  readonly trace: Trace;
}

/** Every kind of layer, on images of this shape. Maps are never as large as those before them, except where a layer keeps the size. */
export function passOf(input: MapShape, end: 'flatten' | 'globalAveragePool'): ImagePass {
  const layers: readonly Layer[] = [
    { id: 'input', kind: 'input' },
    { id: 'normalize', kind: 'normalize', divisor: 255 },
    { id: 'pad', kind: 'zeroPadding', top: 2, bottom: 1, left: 0, right: 3 },
    { id: 'conv', kind: 'conv2d', filters: 5, kernel: 3, stride: 1, padding: 'valid', activation: 'relu' },
    { id: 'norm', kind: 'batchNormalization', epsilon: 0.001, momentum: 0.9 },
    { id: 'bend', kind: 'activation', activation: 'tanh' },
    { id: 'mean', kind: 'averagePool', size: 2, stride: 2, padding: 'valid' },
    { id: 'drop', kind: 'dropout', share: 0.5 },
    { id: 'pool', kind: 'maxPool', size: 2, stride: 2, padding: 'valid' },
    { id: 'end', kind: end },
    { id: 'dense', kind: 'dense', units: 6, activation: 'relu' },
    { id: 'output', kind: 'dense', units: 3, activation: 'softmax' },
  ];
  const architecture: Architecture = { name: 'any', input, classes: ['cat', 'dog', 'ship'], layers };
  const pipeline = must(buildPipeline(architecture));
  const weights = randomWeights(pipeline, 3);
  const image = Array.from({ length: input.reduce((all, n) => all * n, 1) }, (_, at) => (at * 37 + 11) % 256);
  const trace: Trace = {
    stages: naiveForward(architecture, weights, image).map(({ pixels, ...stage }) => stage),
    source: 'live',
    complete: true,
    weights,
    network: { origin: 'trained', seed: 1, epoch: 1, step: 8 },
    backend: 'cpu',
    milliseconds: 1,
  };
  return { pipeline, trace };
}
