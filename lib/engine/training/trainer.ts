import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { fail, ok, type Result } from '@/lib/result';
import { readSettings, settingsText } from '@/lib/run/settings';
import type { Evaluation } from '../api';
import { registerTrainingKernels } from '../kernels/register';
import type { BatchEvent, RunLog, TrainingEvent, TrainingSettings } from '../protocol';
import { type Broken, brokenSentence } from './broken';
import { evaluate } from './evaluate';
import type { Host } from './host';
import { Pictures } from './pictures';
import { Run } from './run';

/** Where the run is to halt: after the next step, after the epoch, at its end; or at once, to go on or not. */
type Goal = 'step' | 'epoch' | 'end' | 'pause' | 'stop';

const NOTHING_TO_RESUME = fail('There is no run that could go on. Start a new one.');
const NO_NETWORK = fail('The network is not set up yet.');

/** Lets messages in between two steps. */
const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Trains the engine's network: begins runs, drives them step by step, halts them where the page wants. */
export class Trainer {
  private readonly pictures: Pictures;
  private run: Run | null = null;
  private goal: Goal = 'pause';
  /** Counts the runs that were asked for or given up: one that is overtaken while it is prepared does not begin. */
  private turn = 0;
  /** Settles when the run has halted. */
  private driving: Promise<void> = Promise.resolve();
  /** Settles when the present step is over. */
  private stepping: Promise<unknown> = Promise.resolve();

  constructor(private readonly host: Host) {
    registerTrainingKernels();
    this.pictures = new Pictures(host);
  }

  /** Begins a run from the initial weights of its seed. One that is under way, or could go on, is ended. */
  async train(settings: TrainingSettings): Promise<Result<void>> {
    await this.cancel();
    this.host.network.forgetRun();
    return this.go(settings, 'end');
  }

  stepOnce(settings: TrainingSettings): Promise<Result<void>> {
    return this.go(settings, 'step');
  }

  epochOnce(settings: TrainingSettings): Promise<Result<void>> {
    return this.go(settings, 'epoch');
  }

  async pause(): Promise<void> {
    this.goal = 'pause';
    await this.driving;
  }

  /** Goes on with the paused run, also with one that an earlier visit left at the end of an epoch. */
  async resume(): Promise<Result<void>> {
    await this.driving;
    const { log } = this.host.network;
    return log ? this.go(log.settings, 'end') : NOTHING_TO_RESUME;
  }

  /** Ends the run, also one that is still being prepared. */
  async stop(): Promise<void> {
    this.turn++;
    this.goal = 'stop';
    await this.driving;
    this.host.network.forgetRun();
    if (this.run) this.end(this.run, 'stopped');
    else this.say({ type: 'stopped', network: this.host.network.state });
  }

  /** Ends the run because its network is replaced. The page knows; it is told nothing. */
  async cancel(): Promise<void> {
    this.turn++;
    this.goal = 'stop';
    const { run } = this;
    this.run = null;
    await this.driving;
    run?.dispose();
  }

  /** The network over all training or all held-out pictures. */
  async evaluate(which: 'training' | 'heldOut'): Promise<Result<Evaluation>> {
    const pictures = await this.pictures.load();
    if (!pictures.ok) return pictures;
    const { model } = this.host.network;
    if (!model?.complete) return NO_NETWORK;
    return ok(await evaluate(model, pictures.value[which], () => this.between()));
  }

  /** Carries the run over a change of the backend. After a loss the optimizer has nothing to remember. */
  async carry<T>(lost: boolean, move: () => Promise<T>): Promise<T> {
    if (!lost) await this.stepping;
    const state = lost ? null : await this.run?.remember();
    const moved = await move();
    await this.run?.renew(state ?? null);
    return moved;
  }

  private async go(settings: TrainingSettings, goal: Goal): Promise<Result<void>> {
    await this.driving;
    if (!this.run) {
      const turn = ++this.turn;
      const begun = await this.begin(settings, () => turn === this.turn);
      if (!begun?.ok) return begun ?? ok(undefined);
      this.run = begun.value;
    }
    this.drive(this.run, goal);
    return ok(undefined);
  }

  /** A run at its beginning, and the network at the weights it begins with. Null when it is not wanted any more. */
  private async begin(settings: TrainingSettings, wanted: () => boolean): Promise<Result<Run> | null> {
    const pictures = await this.pictures.load();
    if (!wanted()) return null;
    if (!pictures.ok) return pictures;
    const read = readSettings(settingsText(settings), pictures.value.training.count);
    if (!read.settings) return fail(Object.values(read.problems).join(' '));
    const before = this.host.network.model;
    if (!before) return NO_NETWORK;
    const { log, resumable } = this.host.network;
    if (log && resumable) return ok(await Run.goOn(before, log, resumable, pictures.value));
    const loaded = await this.host.network.load(before.pipeline.architecture, { initial: settings.seed });
    if (!loaded.ok) return loaded;
    await this.host.began();
    const { model } = this.host.network;
    if (!model || !wanted()) return null;
    return ok(new Run(model, read.settings, pictures.value));
  }

  private drive(run: Run, goal: Goal): void {
    this.goal = goal;
    this.driving = this.steps(run).catch((error) => this.fails(run, 'Training broke off.', String(error)));
  }

  private async steps(run: Run): Promise<void> {
    if (run.records.length === 0) {
      await run.begin(() => this.between());
      await this.ended(run);
    }
    while (this.run === run && !this.halts(run)) {
      await this.between();
      if (this.run !== run) return;
      const event = await this.step(run);
      if (!event) continue;
      if (event.type === 'broken') return this.fails(run, brokenSentence(event));
      this.host.network.stepped(run.state);
      this.say(event);
      const record = await run.endEpoch(() => this.between());
      if (record) await this.ended(run);
      if (this.goal === 'step') this.goal = 'pause';
      if (this.goal === 'epoch' && run.betweenEpochs) this.goal = 'pause';
    }
    if (this.run !== run) return;
    if (run.done) this.end(run, 'finished');
    else if (this.goal === 'pause') {
      this.host.network.changed(run.state, this.log(run));
      this.say({ type: 'paused', network: run.state });
    }
  }

  /** The run's next step. Null when the backend was lost over it: another one has taken over, and the run goes on. */
  private async step(run: Run): Promise<BatchEvent | Broken | null> {
    const { backend } = this.host;
    const step = run.step();
    this.stepping = step.catch(() => undefined);
    try {
      return await step;
    } catch (error) {
      await this.between();
      if (this.host.backend === backend) throw error;
      return null;
    }
  }

  private halts(run: Run): boolean {
    return run.done || this.goal === 'pause' || this.goal === 'stop';
  }

  /** Other work gets its turn, and a change of the backend its time. */
  private async between(): Promise<void> {
    await nextTask();
    await this.host.clear();
  }

  /** After an epoch: tells it, and keeps the network. */
  private async ended(run: Run): Promise<void> {
    const record = run.records.at(-1);
    if (this.run !== run || !record) return;
    this.host.network.changed(run.state, this.log(run));
    this.say({ type: 'epoch', record, network: run.state });
    await this.host.save(await run.remember());
  }

  private fails(run: Run, sentence: string, detail?: string): void {
    if (this.run !== run) return;
    this.leave(run);
    this.say({ type: 'failed', problem: { sentence, detail }, network: run.state });
  }

  private end(run: Run, how: 'stopped' | 'finished'): void {
    this.leave(run);
    this.say({ type: how, network: run.state });
  }

  private leave(run: Run): void {
    this.host.network.changed(run.state, this.log(run));
    this.run = null;
    run.dispose();
  }

  private log(run: Run): RunLog | null {
    const [first] = run.records;
    const { architecture } = run.model.pipeline;
    if (!first) return null;
    const { settings, labels } = run;
    return { settings, architecture, epochs: [...run.records], backend: this.host.backend, labels };
  }

  private say(event: TrainingEvent): void {
    this.host.tell({ type: 'training', event });
  }
}
