/** The values that a network computes for one image, and which state of which network computed them. */

import type { Counted } from '@/lib/tensor/counted';
import type { Tensor } from '@/lib/tensor/tensor';
import type { BackendName } from './backends';
import type { NetworkState } from './run';
import type { WeightSet } from './weights';

/** Raw bytes, height x width x channels. */
export type Pixels = Uint8Array;

/** One stage's output on one image. */
export interface StageTrace extends Tensor {
  readonly stage: string;
  /** Extremes and channel sums of the values, for complete traces. */
  readonly counted?: Counted;
  /** The values before the activation, for layers that have one. */
  readonly before?: Float32Array;
}

/** The channels of a stage that are shown, in order; a stage that isn't listed is shown whole. */
export type Shown = Readonly<Record<string, readonly number[]>>;

/** All stages of one image through one state of the network. */
export interface Trace {
  readonly stages: readonly StageTrace[];
  /** Recorded traces were computed at build time, by the same engine on the same weights. */
  readonly source: 'live' | 'recorded';
  /**
   * False while the weights of later layers are still loading; then `stages` ends before the first of them.
   */
  readonly complete: boolean;
  /** The exact weights that computed these values. A recorded trace has those that its figures explain. */
  readonly weights: WeightSet;
  /** Which state of the network computed it; changes with every training step and every model load. */
  readonly network: NetworkState;
  readonly backend: BackendName;
  readonly milliseconds: number;
  /** Of the current network: which of its versions computed it. */
  readonly version?: number;
}
