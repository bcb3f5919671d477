/** What a reader found, put together to a network that works, or refused. */
import { isSoftmax } from '@/lib/kinds/parts/activation';
import type { Layer } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import { checkWeights } from '@/lib/network/check-weights';
import { buildPipeline, type Pipeline } from '@/lib/network/pipeline';
import type { WeightSet } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/interchange';
import type { NetworkFormat, OpenedNetwork } from './opened';

/** More layers than any network that fits a browser has. */
export const MOST_LAYERS = 500;

/** Classes that nobody named are called by their index. */
export const indexClasses = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => String(at));

/**
 * A softmax at the end that stands by itself becomes part of the dense layer before it, whose sums it turns into
 * probabilities; the values of the network stay the same.
 */
export function withOwnSoftmax(layers: readonly Layer[]): readonly Layer[] {
  const last = layers.at(-1);
  const before = layers.at(-2);
  if (!last || !before || 'units' in last || !isSoftmax(last)) return layers;
  if (!('units' in before) || before.activation !== 'linear') return layers;
  return [...layers.slice(0, -2), { ...before, activation: 'softmax' }];
}

/** The pipeline of what a file describes; where it can't work, the file is named. */
export function pipelineOf(architecture: Architecture, file: string): Result<Pipeline> {
  const { length } = architecture.layers;
  if (length > MOST_LAYERS) return fail(words.tooMany({ file, count: length, most: MOST_LAYERS }));
  const built = buildPipeline(architecture);
  return built.ok ? built : fail(words.impossible({ file, problem: built.problem.sentence }));
}

/** The network, if every layer that has parameters has them whole, fitting and finite. */
export function openedNetwork(
  format: NetworkFormat,
  pipeline: Pipeline,
  weights: WeightSet,
  file: string,
  namesClasses = false,
): Result<OpenedNetwork> {
  const lacking = pipeline.stages.find((stage) => stage.weights && !Object.hasOwn(weights, stage.id));
  if (lacking) {
    const spot = { file, layer: lacking.id, place: lacking.number, of: pipeline.stages.length };
    return fail(words.lacks({ ...spot, name: `${lacking.id}/…` }));
  }
  const checked = checkWeights(pipeline, weights);
  if (!checked.ok) return fail(words.impossible({ file, problem: checked.problem.sentence }));
  return ok({ format, architecture: pipeline.architecture, weights: checked.value, namesClasses });
}
