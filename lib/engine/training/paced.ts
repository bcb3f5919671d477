import type * as tf from '@tensorflow/tfjs-core';
import type { OptimizerState } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import type { Place } from '../worker/state-memory';
import { ofOptimizer } from './optimizer/best-weights';
import { makeOptimizer, readOptimizer, writeOptimizer } from './optimizer/optimizer';
import { rateAt } from './optimizer/schedule';

/** A run's optimizer, at the learning rate of the requested epoch. */
export class PacedOptimizer {
  private optimizer: tf.Optimizer;
  private rate: number;

  constructor(
    private readonly settings: TrainingSettings,
    epoch: number,
  ) {
    this.rate = rateAt(settings, epoch);
    this.optimizer = this.fresh();
  }

  /** An optimizer has a fixed rate: for a new rate, a new optimizer takes over the state. */
  async at(epoch: number): Promise<tf.Optimizer> {
    const rate = rateAt(this.settings, epoch);
    if (rate === this.rate) return this.optimizer;
    const state = await this.remember();
    this.dispose();
    this.rate = rate;
    await this.renew(state);
    return this.optimizer;
  }

  /** Its state, before the backend changes or the page is left. */
  remember(place?: Place): Promise<OptimizerState> {
    return readOptimizer(this.optimizer, place);
  }

  /** A new optimizer on the current backend; without a state it starts fresh. */
  async renew(state: OptimizerState | null): Promise<void> {
    this.optimizer = this.fresh();
    if (state) await writeOptimizer(this.optimizer, ofOptimizer(state));
  }

  dispose(): void {
    this.optimizer.dispose();
  }

  private fresh(): tf.Optimizer {
    return makeOptimizer({ ...this.settings, learningRate: this.rate });
  }
}
