/** What the page is told of one training step that is taken apart. */
import type { NetworkState } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';

/** One picture of the step's batch. */
export interface StepPicture {
  /** Its place in the training set. */
  readonly place: number;
  /** The class that it is taught as. */
  readonly label: number;
  /** Bytes of the data set's shape, as this step met it: moved, mirrored or tinted where the settings say so. */
  readonly pixels: Uint8Array;
  /** What the network answered before the step. */
  readonly probabilities: Float32Array;
}

/** The step that training would take next, taken on a copy of the network. */
export interface StepReport {
  readonly settings: TrainingSettings;
  /** The learning rate of its epoch. */
  readonly rate: number;
  /** The network before the step. */
  readonly network: NetworkState;
  /** How many steps the optimizer remembers; 0 where it begins afresh. */
  readonly remembered: number;
  /** Whether a run stands here and takes this very step next; else it is the first step of a run from these weights. */
  readonly ofRun: boolean;
  /** The mean over the batch, before the step. */
  readonly loss: number;
  readonly pictures: readonly StepPicture[];
}

/** One weight in that step. Planes are picture after picture, row after row. */
export interface StepWeight {
  readonly before: number;
  readonly after: number;
  /** The loss's gradient to it, as training computes it. */
  readonly gradient: number;
  /** What the optimizer remembered of it before the step, by the optimizer's names; 0 where it began afresh. */
  readonly remembered: Readonly<Record<string, number>>;
  /** The layer's input on the weight's own channel, [pictures, places]; null for a bias, which meets none. */
  readonly inputs: Float32Array | null;
  /** The loss's gradient to the layer's sums on the weight's own filter or unit, [pictures, places]. */
  readonly slopes: Float32Array;
}
