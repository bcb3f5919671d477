/* Goes on with a network on its mended data set: from its present weights, to be compared on the same test images. */

import { nextTask } from '@/lib/data/next-task';
import { classWithoutTraining, type Mending, mended } from '@/lib/data/sets/training/mend';
import { divisionOf, openStored } from '@/lib/data/sets/training/stored-set';
import type { EngineClient } from '@/lib/engine/client/client';
import type { Architecture } from '@/lib/network/architecture';
import { OWN } from '@/lib/network/handle';
import { inFull, type TrainingSettings } from '@/lib/network/settings';
import type { StoredImages } from '@/lib/network/subject';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/own-set';
import { keepSet, keptSet } from './kept-sets';
import type { ReadyNetwork } from './opened-networks';
import { ownSetOf } from './train-on-set';

/** A network that begins where another one is now, and how many images could not be added. */
export interface Continued {
  readonly network: ReadyNetwork;
  readonly refused: number;
}

/**
 * Measures the present network on its test images, mends the stored set, and makes a network for it that begins with the
 * present weights. The set takes the old one's place, unless that is one of the site's.
 */
export async function continueMended(
  engine: Pick<EngineClient, 'examine' | 'weights'>,
  architecture: Architecture,
  images: StoredImages,
  mending: Mending,
  settings: TrainingSettings,
): Promise<Result<Continued>> {
  const measured = await engine.examine(OWN, { name: 'evaluation', set: 'test' });
  if (!measured.ok) return measured;
  const weights = await engine.weights(OWN);
  if (!weights.ok) return weights;
  const done = await mendStored(images, mending);
  if (!done.ok) return done;
  const own = await ownSetOf(done.value.set, images.seed);
  if (!own.ok) return own;
  const { accuracy, loss, count } = measured.value;
  const { learningRate, epochs, frozen } = inFull(settings);
  const { classes: _, ...further } = own.value;
  const goesOn = { learningRate, epochs, frozen: [...frozen], before: { accuracy, loss, count } };
  return ok({
    network: { architecture, weights: weights.value, own: { ...further, goesOn } },
    refused: done.value.refused,
  });
}

/** Mends a stored set, unless no network could be trained on it then. Resolves with its id and how many images could not be added. */
async function mendStored(
  { set: id, seed, count, classes }: StoredImages,
  mending: Mending,
): Promise<Result<{ readonly set: string; readonly refused: number }>> {
  const opened = await openStored(id);
  if (!opened.ok) return opened;
  const { head } = opened.value;
  // Its places mean other images by now.
  if (head.count !== count || head.classes.join('\n') !== classes.join('\n'))
    return fail(words.changed({ name: head.name }));
  const division = await divisionOf(opened.value, seed);
  const whole = await keptSet(id);
  if (!whole.ok) return whole;
  if (!whole.value) return fail(words.gone());
  const { set, refused } = await mended(whole.value, division, mending, nextTask);
  if (mending.relabelled.size === 0 && refused > 0 && refused === mending.added.length)
    return fail(words.allRefused({ count: refused }));
  const lacking = classWithoutTraining(set);
  if (lacking >= 0) return fail(words.copies({ name: set.classes[lacking] }));
  const kept = await keepSet(set, id);
  return kept.ok ? ok({ set: kept.value, refused }) : kept;
}
