import type { EpochRecord, NetworkState, OptimizerState } from '@/lib/network/run';
import { gatherParameters, listParameters, type WeightSet } from '@/lib/network/weights';
import { bestEpoch } from '@/lib/run/early-stopping';
import type { Model } from '../../worker/model';

/** The names of its parts in what a run remembers between steps: "best/conv1/kernel". */
const PREFIX = 'best/';
const AT = 'best';

const isBest = ({ name }: OptimizerState[number]): boolean => name === AT || name.startsWith(PREFIX);

/** What an optimizer itself remembers. */
export const ofOptimizer = (state: OptimizerState): OptimizerState => state.filter((one) => !isBest(one));

/**
 * The exact weights of the epoch with the lowest validation loss so far. They go with the optimizer's state wherever
 * that goes, so that a run that is resumed elsewhere ends with the same ones.
 */
export class BestWeights {
  private found: { readonly weights: WeightSet; readonly epoch: number; readonly step: number } | null = null;

  /** Keeps the weights at the end of the last epoch if it is the best one. */
  async follow(
    weights: () => Promise<WeightSet>,
    records: readonly EpochRecord[],
    step: number,
  ): Promise<void> {
    const epoch = records.at(-1)?.epoch ?? 0;
    if (this.found === null || bestEpoch(records) === epoch)
      this.found = { weights: await weights(), epoch, step };
  }

  /** Gives the model the best weights; their epoch and step, or null where it has them already. */
  restore(model: Model, now: Pick<NetworkState, 'step'>): Pick<NetworkState, 'epoch' | 'step'> | null {
    const { found } = this;
    if (!found || found.step === now.step || !model.load(found.weights).ok) return null;
    return { epoch: found.epoch, step: found.step };
  }

  remember(): OptimizerState {
    if (!this.found) return [];
    const { weights, epoch, step } = this.found;
    return [
      { name: AT, shape: [2], values: Float32Array.of(epoch, step), counts: false },
      ...listParameters(weights, PREFIX).map(([name, { shape, values }]) => ({
        name,
        shape,
        values,
        counts: false,
      })),
    ];
  }

  /** Takes over what another one remembered; without anything it starts fresh. */
  renew(state: OptimizerState | null): void {
    const at = state?.find(({ name }) => name === AT);
    const parts = (state ?? []).filter((one) => isBest(one) && one !== at);
    this.found = at
      ? {
          weights: gatherParameters(
            parts.map((one) => [one.name, one] as const),
            PREFIX,
          ),
          epoch: at.values[0],
          step: at.values[1],
        }
      : null;
  }
}
