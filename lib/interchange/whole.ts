/** What a reader found, put together to a network that works, or refused. */
import { asEnd } from '@/lib/kinds/outside/builders';
import { activationOf, isSoftmax } from '@/lib/kinds/parts/activation';
import { rulesOf } from '@/lib/kinds/registry';
import type { Layer } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { checkWeights } from '@/lib/network/check-weights';
import type { Pipeline } from '@/lib/network/pipeline';
import { listParameters, parameterNamed, type WeightSet } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import { allFinite } from '@/lib/tensor/finite';
import words from '@/words/interchange';
import type { OpenedNetwork } from './opened';

/** More layers than any network that fits a browser has. */
export const MOST_LAYERS = 500;

/** Classes that nobody named are called by their index. */
export const indexClasses = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => String(at));

/** Layers whose last one is dense with softmax, where that is possible. */
interface End {
  readonly layers: readonly Layer[];
  /** Whether the file has no softmax: its network ends in logits. */
  readonly addsSoftmax: boolean;
}

/**
 * Gives the last dense layer the softmax that turns its sums into probabilities: the layer that follows it in the file,
 * or, where the network ends in logits, one that the file lacks. The sums stay the same.
 */
export function endingInSoftmax(layers: readonly Layer[]): End {
  const last = layers.at(-1);
  const follows = last !== undefined && rulesOf(last).units === null && isSoftmax(last);
  const rest = follows ? layers.slice(0, -1) : layers;
  const dense = rest.at(-1);
  const end = dense && activationOf(dense) === 'linear' ? asEnd(dense) : null;
  if (!end) return { layers, addsSoftmax: false };
  return { layers: [...rest.slice(0, -1), end], addsSoftmax: !follows };
}

/** What a reader found in a file. */
interface Found extends Pick<OpenedNetwork, 'format' | 'addsSoftmax' | 'namesClasses'> {
  readonly pipeline: Pipeline;
  readonly weights: WeightSet;
  readonly leavesOut?: readonly string[];
}

/** The pipeline of what a file describes; where it can't work, the file is named. */
export function checkedPipeline(architecture: Architecture, file: string): Result<Pipeline> {
  const { length } = architecture.layers;
  if (length > MOST_LAYERS) return fail(words.tooMany({ file, count: length, most: MOST_LAYERS }));
  const built = buildPipeline(architecture);
  return built.ok ? built : fail(words.cantWork({ file, problem: built.problem.sentence }));
}

/** The first layer one of whose weights is no finite number, and its place; null where there is none. */
export function layerNotFinite(
  { stages }: Pipeline,
  weights: WeightSet,
): { readonly layer: string; readonly place: number; readonly of: number } | null {
  const named = listParameters(weights).find(([, { values }]) => !allFinite(values));
  const stage = named && stages.find(({ id }) => id === parameterNamed(named[0])?.stage);
  return stage ? { layer: stage.id, place: stage.number, of: stages.length } : null;
}

/** The network, if every layer that has parameters has them whole, fitting and finite. `file` names it in a sentence. */
export function openedNetwork(
  { pipeline, weights, leavesOut = [], ...found }: Found,
  file: string,
): Result<OpenedNetwork> {
  const lacking = pipeline.stages.find((stage) => stage.weights && !Object.hasOwn(weights, stage.id));
  if (lacking) {
    const spot = { file, layer: lacking.id, place: lacking.number, of: pipeline.stages.length };
    return fail(words.lacks({ ...spot, name: `${lacking.id}/…` }));
  }
  const checked = checkWeights(pipeline, weights);
  if (!checked.ok) {
    const strange = layerNotFinite(pipeline, weights);
    if (strange) return fail(words.notFinite({ file, ...strange }), checked.problem.sentence);
    return fail(words.badWeights({ file, problem: checked.problem.sentence }));
  }
  return ok({ ...found, leavesOut, architecture: pipeline.architecture, weights: checked.value });
}
