/* A network for a data set of the learner's own: what can be chosen, and how it is made. */

import { sampleId } from '@/lib/data/sets/training/stored-samples';
import { divisionOf, openStored } from '@/lib/data/sets/training/stored-set';
import { addressesOf, fetchShipped } from '@/lib/engine/worker/shipped';
import type { Weights } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { LARGEST_SIDE, withClasses } from '@/lib/network/edit/draft';
import { type Transferred, transferred } from '@/lib/network/transfer';
import { fail, ok, type Result } from '@/lib/result';
import { PHOTOGRAPHS } from '@/lib/shelf/photographs';
import { SHELF } from '@/lib/shelf/shelf';
import { BASE_PATH } from '@/lib/site/asset';
import words from '@/words/own-set';
import others from '@/words/train-others';
import type { OwnSet } from './opened-head';
import type { ReadyNetwork } from './opened-networks';
import { canTrain } from './opened-subject';

/** Which images are tested follows from this, unless another seed is chosen. */
export const USUAL_SEED = 1;
/** The initial weights of a new last layer follow from this. */
const LAYER_SEED = 1;
const LONGEST_NAME = 80;

/** The same network with as many outputs as there are classes, which are called so; null where it doesn't end in them. */
export function forClasses(
  architecture: Architecture,
  classes: readonly string[],
  name: string,
): Architecture | null {
  const fitted = withClasses(architecture, classes);
  const built = buildPipeline(fitted);
  return built.ok ? { ...fitted, name } : null;
}

/** The course's images, which are part of the site. */
export const [{ dataSet: DRAWINGS }] = SHELF;

/** The same layers for the course's images, from random weights. Fails with a sentence that says where to change them. */
export function onDrawings(architecture: Architecture, name: string): Result<Architecture> {
  const fitted = forClasses(architecture, DRAWINGS.classes, name.slice(0, LONGEST_NAME));
  if (fitted && canTrain(fitted)) return ok(fitted);
  const [height, width] = architecture.input;
  return fail(
    Math.max(height, width) > LARGEST_SIDE ? others.tooLarge({ most: LARGEST_SIDE }) : others.unfit(),
  );
}

/** The set's division, as far as pages need it before the images are read. */
export async function ownSetOf(
  id: string,
  seed: number,
): Promise<Result<OwnSet & { readonly classes: readonly string[] }>> {
  const opened = await openStored(id);
  if (!opened.ok) return opened;
  const { head, labels } = opened.value;
  const { training, validation, test } = await divisionOf(opened.value, seed);
  const [first] = test.length > 0 ? test : validation;
  const lacking = head.classes.findIndex((_, label) => !training.some((place) => labels[place] === label));
  if (lacking >= 0) return fail(words.copies({ name: head.classes[lacking] }));
  if (first === undefined || validation.length === 0) return fail(words.nothingToMeasure());
  return ok({
    set: id,
    seed,
    count: head.count,
    counts: { training: training.length, heldOut: validation.length, test: test.length },
    first: { id: sampleId(first), label: head.classes[labels[first]] },
    classes: head.classes,
  });
}

/** The photographs' network with a new last layer, whose weights are drawn. */
async function transferNetwork(classes: readonly string[]): Promise<Result<Transferred>> {
  const { architecture, shipped } = PHOTOGRAPHS;
  const built = buildPipeline(architecture);
  if (!built.ok) return built;
  const parts = await Promise.all(
    addressesOf(shipped).map((address) => fetchShipped(address, built.value, BASE_PATH)),
  );
  const weights: Record<string, Weights> = {};
  for (const part of parts) {
    if (!part.ok) return part;
    Object.assign(weights, part.value.weights);
  }
  return transferred(architecture, weights, classes, LAYER_SEED);
}

/**
 * A network for a stored set, which is divided by a seed. `transfer`: all but its last layer is the photographs' network, frozen.
 */
export async function networkForSet(
  id: string,
  architecture: Architecture,
  transfer: boolean,
  seed = USUAL_SEED,
): Promise<Result<ReadyNetwork>> {
  const found = await ownSetOf(id, seed);
  if (!found.ok) return found;
  const { classes, ...own } = found.value;
  const fitted = forClasses(architecture, classes, architecture.name);
  if (!fitted) return fail(words.notFitted());
  if (!transfer) return ok({ architecture: fitted, weights: null, own });
  const prepared = await transferNetwork(classes);
  if (!prepared.ok) return prepared;
  const { architecture: whole, weights } = prepared.value;
  return ok({ architecture: { ...whole, name: architecture.name }, weights, own });
}
