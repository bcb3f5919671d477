import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { type EpochHandle, isEpoch, type NetworkHandle, type OwnHandle } from '@/lib/network/handle';
import type { OptimizerState } from '@/lib/network/run';
import type { TrainingSettings } from '@/lib/network/settings';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/engine-training';
import type { TrainingGoal, TrainingOrder } from '../api';
import type { ExaminerQuestion, Finding } from '../examine-protocol';
import { registerTrainingKernels } from '../kernels/register-training';
import { beginRun, type RequestedRun } from './begin';
import { Drive } from './drive';
import { Examiner } from './examiner';
import type { Host } from './host';
import { Images } from './images/images';
import type { Run } from './run';

const NOTHING_TO_RESUME = fail(words.nothingToResume());

/** Trains the engine's network: starts runs, one at a time, and passes the page's commands on to them. */
export class Trainer {
  private readonly images: Images;
  private readonly examiner: Examiner;
  /** The current run, or the last one. */
  private drive: Drive | null = null;
  /** Counts requested and abandoned runs: one that is superseded while it is prepared does not start. */
  private turn = 0;

  constructor(private readonly host: Host) {
    registerTrainingKernels();
    this.images = new Images(host);
    this.examiner = new Examiner(host, this.images);
  }

  async train(handle: OwnHandle | EpochHandle, order: TrainingOrder): Promise<Result<void>> {
    switch (order.order) {
      case 'prepare':
        await this.images.prepare();
        return ok(undefined);
      case 'begin':
        return isEpoch(handle) ? this.branch(handle, order.settings) : this.begin(order.settings);
      case 'advance':
        return this.go({ settings: order.settings, from: null }, order.to);
      case 'resume':
        return this.resume();
      case 'pause':
        await this.drive?.halt('pause');
        return ok(undefined);
      case 'stop':
        await this.stop();
        return ok(undefined);
    }
  }

  /** Examines a network beyond its prediction for an image. */
  examine(handle: NetworkHandle, question: ExaminerQuestion): Promise<Result<Finding>> {
    return this.examiner.examine(handle, question, this.drive);
  }

  /**
   * Starts a run from the initial weights of its seed. One that is under way, or could be resumed, is ended.
   */
  private async begin(settings: TrainingSettings): Promise<Result<void>> {
    await this.cancel();
    this.host.network.forgetRun();
    return this.go({ settings, from: null }, 'end');
  }

  /** Starts a run with different settings at the end of a recorded epoch. One that is under way is ended. */
  private async branch(from: EpochHandle, settings: TrainingSettings): Promise<Result<void>> {
    await this.cancel();
    return this.go({ settings, from }, 'end');
  }

  /** Resumes the paused run, or one that an earlier visit left at the end of an epoch. */
  private async resume(): Promise<Result<void>> {
    if (this.drive?.redirect('end')) return ok(undefined);
    await this.drive?.halted();
    await this.host.settled();
    const { log } = this.host.network;
    return log ? this.go({ settings: log.settings, from: null }, 'end') : NOTHING_TO_RESUME;
  }

  /** Stops the run, even while it is being prepared. */
  private async stop(): Promise<void> {
    this.turn++;
    await this.drive?.halt('stop');
    const { network, notify } = this.host;
    network.forgetRun();
    if (this.drive && !this.drive.over) this.drive.end('stopped');
    else notify({ type: 'training', event: { type: 'stopped', network: network.state } });
  }

  /** Ends the run because its network is replaced. The page knows, so it is not notified. */
  async cancel(): Promise<void> {
    this.turn++;
    await this.drive?.abandon();
  }

  /** The backend is about to change: returns the optimizer's state of a run. */
  async depart(): Promise<OptimizerState | null> {
    return (await this.drive?.depart()) ?? null;
  }

  /** The backend has changed: {@link Drive.arrive}. */
  async arrive(remembered: OptimizerState | null): Promise<void> {
    await this.drive?.arrive(remembered);
  }

  /** Null when a different run was requested in the meantime. */
  private prepare(requested: RequestedRun, wanted: () => boolean): Promise<Result<Run | null>> {
    return this.host.compute(async () => {
      const begun = await beginRun(this.host, this.images, requested, wanted);
      return begun ?? ok(null);
    });
  }

  private async go(requested: RequestedRun, goal: TrainingGoal): Promise<Result<void>> {
    if (this.drive?.redirect(goal)) return ok(undefined);
    await this.drive?.halted();
    if (!this.drive || this.drive.over) {
      const turn = ++this.turn;
      await this.host.settled();
      const begun = await this.prepare(requested, () => turn === this.turn);
      if (!begun.ok) return begun;
      if (!begun.value) return ok(undefined);
      this.drive = new Drive(this.host, begun.value);
    }
    this.drive.go(goal);
    return ok(undefined);
  }
}
