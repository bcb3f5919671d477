import { checkWeights } from '@/lib/network/check-weights';
import type { OptimizerState } from '@/lib/network/run';
import type { WeightSet } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/engine';
import type { Trainer } from '../training/trainer';
import type { EngineCore } from '../worker/core';
import type { Model } from '../worker/model';
import { BackendLost, onBackend } from './read-back';

/** What moves along when the backend changes. */
interface Luggage {
  readonly weights: WeightSet;
  /** The optimizer's state of the current run. */
  readonly optimizer: OptimizerState | null;
}

/**
 * Changes the backend by `start`, and moves the network and its run: in their current state or, where the
 * previous backend was lost, in their last full state. Never rejects: after a failure the network stays where
 * it is.
 */
export async function moveNetwork<T>(
  { network, past, networks, backends }: EngineCore,
  trainer: Trainer | undefined,
  start: () => Promise<Result<T>>,
): Promise<Result<T>> {
  const { model } = network;
  try {
    const luggage = backends.isLost ? null : await pack(trainer, model);
    const fit = luggage && model ? checkWeights(model.pipeline, luggage.weights) : ok({});
    if (!fit.ok) return fit;
    const started = await start();
    if (!started.ok) return started;
    // They are set up again on the new backend when they are requested.
    past.leaveBackend();
    networks.copies.leaveBackend();
    network.arrive(model, luggage?.weights ?? null);
    await trainer?.arrive(luggage?.optimizer ?? null);
    return started;
  } catch (error) {
    return fail(words.notMoved(), String(error));
  }
}

/** Null where the backend was lost meanwhile: its values can't be read any more. */
async function pack(trainer: Trainer | undefined, model: Model | null): Promise<Luggage | null> {
  try {
    return await onBackend(async () => ({
      optimizer: (await trainer?.depart()) ?? null,
      weights: (await model?.weights()) ?? {},
    }));
  } catch (error) {
    if (error instanceof BackendLost) return null;
    throw error;
  }
}
