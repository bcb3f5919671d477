import fc from 'fast-check';
import { explanationOf } from '@/lib/kinds/explanations';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { Pipeline } from '@/lib/network/pipeline';
import type { Subject } from '@/lib/network/subject';
import type { StageTrace, Trace } from '@/lib/network/trace';
import { must } from '@/lib/result';
import { DIGITS } from '@/lib/shelf/digits';
import { PHOTOGRAPHS } from '@/lib/shelf/photographs';
import { cellAt, size, type Tensor } from '@/lib/tensor/tensor';
import { EVERY_KIND_ASKED } from '../../unit/support/every-kind';
import { anyPipeline } from '../../unit/support/networks';
import { randomWeights } from '../../unit/support/random-weights';

const RANDOM_NETWORKS = 2;
/** An image can have no other number of channels. */
const CHANNELS: readonly number[] = [1, 3, 4];

const named = (architecture: Subject['architecture'], name: string): Subject => ({
  ...DIGITS,
  id: name,
  architecture,
  dataSet: { ...DIGITS.dataSet, classes: architecture.classes, names: {}, shape: architecture.input },
});

/** Networks other than the course's: those of the shelf, two with every kind of layer between them, and random ones. */
export const SUBJECTS: readonly Subject[] = [
  DIGITS,
  PHOTOGRAPHS,
  ...EVERY_KIND_ASKED.map(({ architecture }) => named(architecture, architecture.name)),
  ...fc
    .sample(
      anyPipeline.filter(({ architecture }) => CHANNELS.includes(architecture.input[2])),
      { numRuns: RANDOM_NETWORKS, seed: 7 },
    )
    .map(({ architecture }, at) => named(architecture, `random-${at}`)),
];

/** A network with random weights and the trace of a made-up image through it, each value by its kind's own arithmetic. */
export function tracedOf({ architecture }: Subject): { readonly pipeline: Pipeline; readonly trace: Trace } {
  const pipeline = must(buildPipeline(architecture));
  const weights = randomWeights(pipeline, 7);
  const count = size(architecture.input);
  let input: Tensor = {
    shape: architecture.input,
    values: Float32Array.from({ length: count }, (_, at) => (at * 37 + Math.floor(at / 61) * 11) % 256),
  };
  const stages = pipeline.stages.map(({ id, layer, output }): StageTrace => {
    const values = new Float32Array(size(output));
    const before = new Float32Array(size(output));
    for (let at = 0; at < values.length; at++) {
      const one = explanationOf(layer)(layer, input, weights[id] ?? null, cellAt(output, at));
      values[at] = one.value;
      before[at] = one.before;
    }
    input = { shape: output, values };
    return { stage: id, shape: output, values, ...('activation' in layer && { before }) };
  });
  return {
    pipeline,
    trace: {
      stages,
      source: 'live',
      complete: true,
      weights,
      network: { origin: 'trained', seed: 1, epoch: 1, step: 8 },
      backend: 'cpu',
      milliseconds: 1,
    },
  };
}
