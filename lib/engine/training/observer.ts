import * as tf from '@tensorflow/tfjs-core';
import type { TrainingSet } from '@/lib/data/training-set';
import type { WeightPlace } from '@/lib/kinds/types';
import { type EpochHandle, isEpoch, type OwnHandle } from '@/lib/network/handle';
import type { NetworkState, OptimizerState } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import type { WeightSet } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/engine-training';
import { readBack } from '../backends/read-back';
import type { StepReport, StepWeight } from '../examine-protocol';
import { NO_NETWORK } from '../worker/networks';
import type { Drive } from './drive';
import type { Host } from './host';
import { ObservedStep } from './observed-step';
import { Run } from './run';

const BUSY = fail(words.busy());
const NOT_YET = fail(words.notYet());

/** The start of a step: its run, the weights and the optimizer's state. */
interface Beginning {
  readonly run: Run;
  readonly weights: WeightSet;
  readonly network: NetworkState;
  readonly state: OptimizerState | null;
  /** Whether the run is the learner's own, and this is its next step. */
  readonly ofRun: boolean;
}

/**
 * Breaks down the next training step on a copy: the network, its run and their stored data are not changed.
 */
export class Observer {
  private step: ObservedStep | null = null;

  constructor(private readonly host: Host) {}

  /**
   * The next step of the paused or stored run; without one, or from a recorded epoch, the first step of a run
   * with these settings from those weights.
   */
  async observe(
    images: TrainingSet,
    drive: Drive | null,
    handle: OwnHandle | EpochHandle,
    settings: TrainingSettings,
  ): Promise<Result<StepReport>> {
    if (drive?.busy) return BUSY;
    const begun = isEpoch(handle)
      ? await this.past(images, handle, settings)
      : await this.present(images, drive, settings);
    if (!begun.ok) return begun;
    const { run, ofRun } = begun.value;
    const owned = run !== drive?.run;
    const upcoming = run.next();
    try {
      const { model } = run;
      const taken = await ObservedStep.take({ model, settings: run.settings, upcoming, ...begun.value });
      if (!taken.ok) return taken;
      this.step = taken.value;
      const pixels = new Uint8Array(await readBack(upcoming.batch.images));
      const { loss, probabilities } = taken.value;
      const bytes = pixels.length / upcoming.batch.count;
      const classes = probabilities.length / upcoming.batch.count;
      return ok({
        settings: run.settings,
        rate: upcoming.rate,
        network: begun.value.network,
        remembered: begun.value.state?.find(({ counts }) => counts)?.values[0] ?? 0,
        ofRun,
        loss,
        images: upcoming.places.map((place, at) => ({
          place,
          label: upcoming.labels[at],
          pixels: pixels.slice(at * bytes, (at + 1) * bytes),
          probabilities: probabilities.slice(at * classes, (at + 1) * classes),
        })),
      });
    } finally {
      tf.dispose([upcoming.batch.images, upcoming.batch.labels]);
      if (owned) run.dispose();
    }
  }

  /** One weight of the step that was broken down last. */
  weight(stage: string, place: WeightPlace): Result<StepWeight> {
    return this.step?.weight(stage, place) ?? NOT_YET;
  }

  private async present(
    images: TrainingSet,
    drive: Drive | null,
    settings: TrainingSettings,
  ): Promise<Result<Beginning>> {
    const { model, log, resumable, state: network } = this.host.network;
    if (!model?.complete) return NO_NETWORK;
    const weights = await model.weights();
    if (drive && !drive.over) {
      const { run } = drive;
      return ok({ run, weights, network, state: await run.optimizer.remember(), ofRun: true });
    }
    if (log && resumable) {
      const run = await Run.goOn(model, log, resumable, network.step, images);
      return ok({ run, weights, network, state: resumable, ofRun: true });
    }
    return ok({ run: new Run(model, settings, images), weights, network, state: null, ofRun: false });
  }

  private async past(
    images: TrainingSet,
    epoch: EpochHandle,
    settings: TrainingSettings,
  ): Promise<Result<Beginning>> {
    const { model } = this.host.network;
    if (!model?.complete) return NO_NETWORK;
    const past = await this.host.recall(epoch);
    if (!past.ok) return past;
    return ok({ run: new Run(model, settings, images), ...past.value, state: null, ofRun: false });
  }
}
