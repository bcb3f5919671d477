import type { BatchEvent, OptimizerState, RunLog, TrainingEvent } from '@/lib/network/run';
import type { Problem } from '@/lib/result';
import { markBusy } from '@/lib/site/offline/engine-busy';
import words from '@/words/engine-training';
import type { TrainingGoal } from '../api';
import { BackendLost, onBackend } from '../backends/read-back';
import { type Broken, brokenSentence } from './broken';
import { between, type Host } from './host';
import type { Run } from './run';

/**
 * Where the run is to pause: after the next step, after the epoch, at its end; or at once, resumable or not.
 */
type Goal = TrainingGoal | 'pause' | 'stop';

/** Drives one run step by step, pauses it where the page wants, and reports and stores its results. */
export class Drive {
  private goal: Goal = 'pause';
  /** Resolves when the run has paused or ended. */
  private driving: Promise<void> = Promise.resolve();
  /** Resolves when the current step is over. */
  private stepping: Promise<unknown> = Promise.resolve();
  private left = false;
  private moving = false;
  /** How often a backend had been lost when the run reached its current state. */
  private losses: number;

  constructor(
    private readonly host: Host,
    readonly run: Run,
  ) {
    this.losses = host.losses;
  }

  /** Whether the run has ended, one way or another. */
  get over(): boolean {
    return this.left;
  }

  /** Whether it is training. */
  get busy(): boolean {
    return this.moving;
  }

  go(goal: Goal): void {
    this.goal = goal;
    this.moving = true;
    this.driving = this.steps()
      .catch((error) => this.fails({ sentence: words.failed(), detail: String(error) }, false))
      .finally(() => {
        this.moving = false;
      });
    markBusy(this.driving);
  }

  /** Changes the goal of a run that is under way and not about to pause. Returns whether it is. */
  redirect(goal: Goal): boolean {
    if (!this.moving || this.left || this.halts()) return false;
    this.goal = goal;
    return true;
  }

  /** Pauses or stops after the current step, if one is under way. */
  async halt(goal: 'pause' | 'stop'): Promise<void> {
    this.goal = goal;
    await this.driving;
  }

  /** Resolves when the run has paused or ended by itself. */
  halted(): Promise<void> {
    return this.driving;
  }

  end(how: 'stopped' | 'finished'): void {
    if (this.left) return;
    this.leave();
    this.notify({ type: how, network: this.run.state });
  }

  /** Ends the run without an event, because its network is replaced. */
  async abandon(): Promise<void> {
    const mine = !this.left;
    this.left = true;
    this.run.abandonFirst();
    await this.driving;
    if (mine) this.run.dispose();
  }

  /** The backend is about to change: returns the optimizer's state once the current step is over. */
  async depart(): Promise<OptimizerState | null> {
    await this.stepping;
    return this.left ? null : this.run.remember();
  }

  /**
   * The backend has changed. `remembered` is the moved optimizer state; null where the previous backend was
   * lost, and then the run goes back to the state that the network has gone back to: at once or, if it is
   * under way, as soon as it notices.
   */
  async arrive(remembered: OptimizerState | null): Promise<void> {
    if (this.left) return;
    if (remembered) {
      this.run.optimizer.dispose();
      return this.run.renew(remembered);
    }
    if (this.moving) return;
    await this.goBack();
    this.notify({ type: 'paused', network: this.run.state });
  }

  private async goBack(): Promise<void> {
    const { network, losses } = this.host;
    this.losses = losses;
    if (!network.lastFull) throw new Error('there is no state to go back to');
    await this.run.goBack(network.lastFull);
    this.notify({ type: 'wentBack', network: this.run.state });
    const sentence = words.wentBack({ epoch: this.run.state.epoch });
    this.host.notify({ type: 'message', problem: { sentence } });
  }

  private async steps(): Promise<void> {
    while (!this.left) {
      if (!(await this.host.computes())) throw new Error('nothing computes');
      if (this.left) return;
      if (this.losses !== this.host.losses) await this.goBack();
      if (this.run.begun && this.halts()) break;
      try {
        await onBackend(() => this.advance());
      } catch (error) {
        if (!(error instanceof BackendLost)) throw error;
      }
    }
    if (this.left) return;
    if (this.run.done) await this.finish();
    else if (this.goal === 'pause') {
      this.host.network.changed(this.run.state, this.log());
      this.notify({ type: 'paused', network: this.run.state });
    }
  }

  /**
   * The next action: a step, and the end of an epoch after its last one. The measurement of the network that the run begins
   * with is over before the run halts or its first epoch ends.
   */
  private async advance(): Promise<void> {
    const { run } = this;
    await this.between();
    if (this.left) return;
    if (this.halts()) return this.measureFirst('all');
    const event = await this.step();
    if (event.type === 'broken') {
      await this.measureFirst('all');
      return this.fails({ sentence: brokenSentence(event) }, true);
    }
    this.host.network.stepped(run.state);
    this.notify(event);
    await this.measureFirst(run.epochIsOver ? 'all' : 'some');
    if (await run.endEpoch(this.between))
      await this.ended(() => this.host.save((place) => run.remember(place)));
    if (this.goal === 'step') this.goal = 'pause';
    if (this.goal === 'epoch' && run.betweenEpochs) this.goal = 'pause';
  }

  private async measureFirst(much: 'some' | 'all'): Promise<void> {
    const { run } = this;
    const first = await run.measureFirst(much, this.between);
    if (first) await this.ended(() => this.host.keep({ ...first, log: this.log() }));
  }

  private step(): Promise<BatchEvent | Broken> {
    const step = this.run.step();
    this.stepping = step.catch(() => undefined);
    return step;
  }

  /** @throws BackendLost where a backend was lost since the run reached its current state. */
  private readonly between = async (): Promise<void> => {
    await between(this.host);
    if (this.losses !== this.host.losses) throw new BackendLost();
  };

  private halts(): boolean {
    return this.run.done || this.goal === 'pause' || this.goal === 'stop';
  }

  /** After the last epoch. A run that may stop early leaves its best epoch's weights, which are stored before it ends. */
  private async finish(): Promise<void> {
    const { run, host } = this;
    if (run.keepBest()) {
      host.network.changed(run.state, this.log());
      await host.save((place) => run.remember(place));
    }
    this.end('finished');
  }

  /** After an epoch: reports it, and stores the network at its end. */
  private async ended(keep: () => Promise<void>): Promise<void> {
    const { run } = this;
    const record = run.records.at(-1);
    if (this.left || !record) return;
    this.host.network.changed(run.state, this.log());
    this.notify({ type: 'epoch', record, network: run.state });
    const start = performance.now();
    await keep();
    run.stored(performance.now() - start);
  }

  private fails(problem: Problem, diverged: boolean): void {
    if (this.left) return;
    this.leave();
    this.notify({ type: 'failed', problem, diverged, network: this.run.state });
  }

  private leave(): void {
    this.host.network.changed(this.run.state, this.log());
    this.left = true;
    this.run.dispose();
  }

  private log(): RunLog | null {
    const { settings, labels, records, parent, model, images } = this.run;
    if (records.length === 0) return null;
    const { dataSet: id } = this.host.files;
    return {
      settings,
      architecture: model.pipeline.architecture,
      ...(id !== undefined && {
        dataSet: { id, training: images.training.count, heldOut: images.heldOut.count },
      }),
      epochs: [...records],
      backend: this.host.backend,
      labels,
      ...(parent && { parent }),
    };
  }

  private notify(event: TrainingEvent): void {
    this.host.notify({ type: 'training', event });
  }
}
