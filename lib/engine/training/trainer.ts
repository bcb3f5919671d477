import '@tensorflow/tfjs-core/dist/register_all_gradients';
import type { WeightPlace } from '@/lib/kinds/types';
import type { Moment, OptimizerState } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import type { Pixels } from '@/lib/network/trace';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/engine-training';
import type { Evaluation } from '../api';
import { registerTrainingKernels } from '../kernels/register';
import type { StepReport, StepWeight } from '../step-protocol';
import { type Survey, survey } from '../worker/survey';
import { beginRun, NO_NETWORK, type Wish } from './begin';
import { Drive, type Goal } from './drive';
import { evaluate } from './evaluate';
import { between, type Host } from './host';
import { integratedGradients } from './integrated';
import { Observer } from './observer';
import { Pictures } from './pictures';
import type { Run } from './run';

const NOTHING_TO_RESUME = fail(words.nothingToResume());

/** Trains the engine's network: begins runs, one at a time, and passes on what the page wants of them. */
export class Trainer {
  private readonly pictures: Pictures;
  private readonly observer: Observer;
  /** The present run, or the last one. */
  private drive: Drive | null = null;
  /** Counts the runs that were asked for or given up: one that is overtaken while it is prepared does not begin. */
  private turn = 0;

  constructor(private readonly host: Host) {
    registerTrainingKernels();
    this.pictures = new Pictures(host);
    this.observer = new Observer(host);
  }

  /** Begins a run from the initial weights of its seed. One that is under way, or could go on, is ended. */
  async train(settings: TrainingSettings): Promise<Result<void>> {
    await this.cancel();
    this.host.network.forgetRun();
    return this.go({ settings, from: null }, 'end');
  }

  /** Begins a run with other settings at the end of a recorded epoch. One that is under way is ended. */
  async fork(from: Moment, settings: TrainingSettings): Promise<Result<void>> {
    await this.cancel();
    return this.go({ settings, from }, 'end');
  }

  stepOnce(settings: TrainingSettings): Promise<Result<void>> {
    return this.go({ settings, from: null }, 'step');
  }

  epochOnce(settings: TrainingSettings): Promise<Result<void>> {
    return this.go({ settings, from: null }, 'epoch');
  }

  async pause(): Promise<void> {
    await this.drive?.halt('pause');
  }

  /** Goes on with the paused run, also with one that an earlier visit left at the end of an epoch. */
  async resume(): Promise<Result<void>> {
    if (this.drive?.redirect('end')) return ok(undefined);
    await this.drive?.halted();
    await this.host.settled();
    const { log } = this.host.network;
    return log ? this.go({ settings: log.settings, from: null }, 'end') : NOTHING_TO_RESUME;
  }

  /** Ends the run, also one that is still being prepared. */
  async stop(): Promise<void> {
    this.turn++;
    await this.drive?.halt('stop');
    const { network, tell } = this.host;
    network.forgetRun();
    if (this.drive && !this.drive.over) this.drive.end('stopped');
    else tell({ type: 'training', event: { type: 'stopped', network: network.state } });
  }

  /** Ends the run because its network is replaced. The page knows; it is told nothing. */
  async cancel(): Promise<void> {
    this.turn++;
    await this.drive?.abandon();
  }

  /** The network over all training or all held-out pictures. */
  async evaluate(which: 'training' | 'heldOut'): Promise<Result<Evaluation>> {
    const pictures = await this.pictures.load();
    if (!pictures.ok) return pictures;
    await this.host.settled();
    return this.host.compute(async () => {
      const { model } = this.host.network;
      if (!model?.complete) return NO_NETWORK;
      return ok(await evaluate(model, pictures.value[which], () => between(this.host)));
    });
  }

  /** How strongly a stage of the changed copy answers to each picture of a set. */
  async survey(which: 'training' | 'heldOut', stage: string): Promise<Result<Survey>> {
    const pictures = await this.pictures.load();
    if (!pictures.ok) return pictures;
    return this.host.compute(async () => {
      const model = this.host.variant.model;
      return model.ok ? survey(model.value, pictures.value[which], stage, () => between(this.host)) : model;
    });
  }

  /** What each value of a picture brings to a logit of the changed copy: {@link integratedGradients}. */
  integrated(pixels: Pixels, unit: number, steps: number): Promise<Result<Float32Array>> {
    return this.host.compute(async () => {
      const model = this.host.variant.model;
      return model.ok ? ok(await integratedGradients(model.value, pixels, unit, steps)) : model;
    });
  }

  /** The step that training takes next, taken apart on a copy: {@link Observer}. */
  async observeStep(moment: Moment | null, settings: TrainingSettings): Promise<Result<StepReport>> {
    const pictures = await this.pictures.load();
    if (!pictures.ok) return pictures;
    await this.host.settled();
    return this.host.compute(() => this.observer.observe(pictures.value, this.drive, moment, settings));
  }

  /** One weight of that step. */
  observedWeight(stage: string, place: WeightPlace): Result<StepWeight> {
    return this.observer.weight(stage, place);
  }

  /** The backend is about to change: what the optimizer of a run remembers. */
  async depart(): Promise<OptimizerState | null> {
    return (await this.drive?.depart()) ?? null;
  }

  /** Another backend computes: {@link Drive.arrive}. */
  async arrive(remembered: OptimizerState | null): Promise<void> {
    await this.drive?.arrive(remembered);
  }

  /** Null when another run was asked for in the meantime. */
  private begin(wish: Wish, wanted: () => boolean): Promise<Result<Run | null>> {
    return this.host.compute(async () => {
      const begun = await beginRun(this.host, this.pictures, wish, wanted);
      return begun ?? ok(null);
    });
  }

  private async go(wish: Wish, goal: Goal): Promise<Result<void>> {
    if (this.drive?.redirect(goal)) return ok(undefined);
    await this.drive?.halted();
    if (!this.drive || this.drive.over) {
      const turn = ++this.turn;
      await this.host.settled();
      const begun = await this.begin(wish, () => turn === this.turn);
      if (!begun.ok) return begun;
      if (!begun.value) return ok(undefined);
      this.drive = new Drive(this.host, begun.value);
    }
    this.drive.go(goal);
    return ok(undefined);
  }
}
