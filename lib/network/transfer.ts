/** Transfer learning: what a network has learned for its classes, used for others. */
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/architecture';
import type { Architecture } from './architecture';
import { buildPipeline } from './build-pipeline';
import { withClasses } from './edit/draft';
import { initialWeights } from './initial-weights';
import { type Pipeline, stageOf } from './pipeline';
import { endProblem } from './problems';
import type { WeightSet } from './weights';

/**
 * The stages that stay as they are while a network with a new last layer learns from a few images: all that have weights
 * before the last two with kernels. The layer below the new one is fitted with it: what it looks for in an image is most
 * of the old classes' own (Yosinski et al. 2014).
 */
export function frozenStages({ stages }: Pipeline): readonly string[] {
  const learning = stages.filter(({ weights }) => weights !== null);
  const kernels = learning.filter(({ weights }) => weights?.kernel);
  const first = kernels.at(kernels.length > 2 ? -2 : -1);
  return learning.slice(0, first ? learning.indexOf(first) : 0).map(({ id }) => id);
}

/** A network with a new last layer. */
export interface Transferred {
  readonly architecture: Architecture;
  /** The old weights, and the initial ones of the last layer. */
  readonly weights: WeightSet;
  /** The ids of the stages that begin with the old weights: all that have weights but the last layer. */
  readonly learned: readonly string[];
}

/**
 * A trained network for different classes: its last layer is replaced by one with a unit for each of them, with the
 * initial weights of `seed`; the others keep what they have learned (Yosinski et al. 2014, arXiv:1411.1792). Frozen
 * ({@link frozenStages}), most of them are a fixed description of an image, and a few images of each class are enough to
 * train the rest.
 * Fails where the network doesn't end in one unit for each class, or the new one can't be built.
 */
export function transferred(
  architecture: Architecture,
  weights: WeightSet,
  classes: readonly string[],
  seed: number,
): Result<Transferred> {
  const end = endProblem(architecture);
  const last = architecture.layers.at(-1);
  if (end || !last || !weights[last.id]) return fail(end ?? words.noHead());
  const next = withClasses(architecture, classes);
  const built = buildPipeline(next);
  if (!built.ok) return built;
  if (!stageOf(built.value, last.id).weights) return fail(words.noHead());
  const learned = built.value.stages.flatMap(({ id }) => (weights[id] && id !== last.id ? [id] : []));
  const old = Object.fromEntries(learned.map((id) => [id, weights[id]]));
  return ok({
    architecture: next,
    weights: { ...initialWeights(built.value, seed), ...old },
    learned,
  });
}
