import type { Problem } from '@/lib/result';
import words from '@/words/engine-training';
import type { BatchEvent, RunLog, TrainingEvent } from '../protocol';
import { type Broken, brokenSentence } from './broken';
import { between, type Host } from './host';
import type { Run } from './run';

/** Where the run is to halt: after the next step, after the epoch, at its end; or at once, to go on or not. */
export type Goal = 'step' | 'epoch' | 'end' | 'pause' | 'stop';

/** Drives one run step by step, halts it where the page wants, and tells and keeps what comes of it. */
export class Drive {
  private goal: Goal = 'pause';
  /** Settles when the run has halted. */
  private driving: Promise<void> = Promise.resolve();
  /** Settles when the present step is over. */
  private stepping: Promise<unknown> = Promise.resolve();
  private left = false;
  private moving = false;

  constructor(
    private readonly host: Host,
    readonly run: Run,
  ) {}

  /** Whether the run has ended, one way or another. */
  get over(): boolean {
    return this.left;
  }

  /** Whether it is on its way to its goal. */
  get busy(): boolean {
    return this.moving;
  }

  go(goal: Goal): void {
    this.goal = goal;
    this.moving = true;
    this.driving = this.steps()
      .catch((error) => this.fails({ sentence: words.brokeOff(), detail: String(error) }, false))
      .finally(() => {
        this.moving = false;
      });
  }

  /** Halts after the present step, where one is under way. */
  async halt(goal: 'pause' | 'stop'): Promise<void> {
    this.goal = goal;
    await this.driving;
  }

  /** Settles when the run has halted by itself. */
  halted(): Promise<void> {
    return this.driving;
  }

  end(how: 'stopped' | 'finished'): void {
    if (this.left) return;
    this.leave();
    this.say({ type: how, network: this.run.state });
  }

  /** Ends the run without a word, because its network is replaced. */
  async abandon(): Promise<void> {
    const mine = !this.left;
    this.left = true;
    await this.driving;
    if (mine) this.run.dispose();
  }

  /** Carries the run over a change of the backend. After a loss the optimizer has nothing to remember. */
  async carry<T>(lost: boolean, move: () => Promise<T>): Promise<T> {
    if (!lost) await this.stepping;
    const { optimizer } = this.run;
    const state = lost || this.left ? null : await optimizer.remember();
    if (state) optimizer.dispose();
    const moved = await move();
    if (!this.left) await optimizer.renew(state);
    return moved;
  }

  private async steps(): Promise<void> {
    const { run } = this;
    if (run.records.length === 0) {
      await run.begin(() => between(this.host));
      await this.ended();
    }
    while (!this.left && !this.halts()) {
      await between(this.host);
      if (this.left) return;
      const event = await this.step();
      if (!event) continue;
      if (event.type === 'broken') return this.fails({ sentence: brokenSentence(event) }, true);
      this.host.network.stepped(run.state);
      this.say(event);
      const record = await run.endEpoch(() => between(this.host));
      if (record) await this.ended();
      if (this.goal === 'step') this.goal = 'pause';
      if (this.goal === 'epoch' && run.betweenEpochs) this.goal = 'pause';
    }
    if (this.left) return;
    if (run.done) this.end('finished');
    else if (this.goal === 'pause') {
      this.host.network.changed(run.state, this.log());
      this.say({ type: 'paused', network: run.state });
    }
  }

  /** The run's next step. Null when the backend was lost over it: another one has taken over, and the run goes on. */
  private async step(): Promise<BatchEvent | Broken | null> {
    const { backend } = this.host;
    const step = this.run.step();
    this.stepping = step.catch(() => undefined);
    try {
      return await step;
    } catch (error) {
      await between(this.host);
      if (this.host.backend === backend) throw error;
      return null;
    }
  }

  private halts(): boolean {
    return this.run.done || this.goal === 'pause' || this.goal === 'stop';
  }

  /** After an epoch: tells it, and keeps the network. */
  private async ended(): Promise<void> {
    const { run } = this;
    const record = run.records.at(-1);
    if (this.left || !record) return;
    this.host.network.changed(run.state, this.log());
    this.say({ type: 'epoch', record, network: run.state });
    await this.host.save(await run.optimizer.remember());
  }

  private fails(problem: Problem, diverged: boolean): void {
    if (this.left) return;
    this.leave();
    this.say({ type: 'failed', problem, diverged, network: this.run.state });
  }

  private leave(): void {
    this.host.network.changed(this.run.state, this.log());
    this.left = true;
    this.run.dispose();
  }

  private log(): RunLog | null {
    const { settings, labels, records, parent, model } = this.run;
    if (records.length === 0) return null;
    const { architecture } = model.pipeline;
    const { backend } = this.host;
    return { settings, architecture, epochs: [...records], backend, labels, ...(parent && { parent }) };
  }

  private say(event: TrainingEvent): void {
    this.host.tell({ type: 'training', event });
  }
}
