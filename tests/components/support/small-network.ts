import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { Pipeline } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { naiveForward } from '../../unit/support/naive';
import { biasOf } from '../../unit/support/parameters';
import { randomWeights } from '../../unit/support/random-weights';

const ARCHITECTURE: Architecture = {
  name: 'small',
  input: [8, 9, 3],
  classes: ['cat', 'dog', 'ship'],
  layers: [
    { id: 'input', kind: 'input' },
    { id: 'normalize', kind: 'normalize', divisor: 255 },
    {
      id: 'conv1',
      kind: 'conv2d',
      filters: 4,
      kernel: 3,
      stride: 1,
      padding: 'valid',
      activation: 'relu',
    },
    { id: 'pool1', kind: 'maxPool', size: 2, stride: 2, padding: 'valid' },
    { id: 'flatten', kind: 'flatten' },
    { id: 'dense', kind: 'dense', units: 6, activation: 'relu' },
    { id: 'output', kind: 'dense', units: 3, activation: 'softmax' },
  ],
};

function built(): Pipeline {
  const result = buildPipeline(ARCHITECTURE);
  if (!result.ok) throw new Error(result.problem.sentence);
  return result.value;
}

export const pipeline = built();

/** A filter whose bias no image can overcome: its map is 0 everywhere. */
export const DEAD_FILTER = 3;

const weights: WeightSet = randomWeights(pipeline, 7);
biasOf(weights.conv1).values[DEAD_FILTER] = -100;

const image = Array.from({ length: 8 * 9 * 3 }, (_, at) => (at * 37) % 256);

/** One image's trace through the small network, computed in the plainest arithmetic possible. */
export const trace: Trace = {
  stages: naiveForward(ARCHITECTURE, weights, image).map(({ stage, shape, values, before }) => ({
    stage,
    shape,
    values,
    before,
  })),
  source: 'live',
  complete: true,
  weights,
  network: { origin: 'trained', seed: 1, epoch: 1, step: 8 },
  backend: 'cpu',
  milliseconds: 1,
};
