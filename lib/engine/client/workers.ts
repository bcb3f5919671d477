import type { Remote } from 'comlink';
import type { BackendName } from '@/lib/network/backends';
import { fail, type Problem, type Result } from '@/lib/result';
import words from '@/words/workers';
import type { StartOptions, WorkerApi } from '../api';
import { type EngineEvent, isCopy, type Setup } from '../protocol';
import { ENDED } from './ending';
import type { Setups } from './setups';
import { type CauseOfDeath, startWorker, type WorkerLife } from './worker-life';

/** After this many deaths it is no longer bad luck. */
const MOST_DEATHS = 4;
/** How many workers get the same request: one that dies during it may have died of it. */
const MOST_ASKED = 2;
/** Three minutes. With large batches a slow machine computes for more than one minute without yielding. */
const PATIENCE_BEATS = 36;
/** Half an hour: plain JavaScript waits for nothing, so it can't hang, and a step may take minutes. */
const PATIENCE_BEATS_CPU = 360;

/** A request to the current worker. */
export type WorkerCall<Answer> = (api: Remote<WorkerApi>) => Promise<Result<Answer>>;

/** The current worker, or none any more, and why. */
type Present =
  | { readonly is: 'alive'; readonly life: WorkerLife }
  | { readonly is: 'gone'; readonly problem: Problem };

/**
 * The run in the worker: none is running; one was requested; one is under way and would stop with the worker;
 * one has stopped with it, and the page does not know its state yet.
 */
type RunPhase = 'none' | 'asked' | 'underWay' | 'cutOff';

/**
 * The engine's worker and, when it dies or hangs, its replacement: with the same network, and the open
 * requests sent again. Each further one is started with more caution.
 */
export class Workers {
  private present: Present;
  private run: RunPhase = 'none';
  private deaths = 0;
  private threads = true;
  private backend: BackendName | null = null;
  private readonly avoid = new Set<BackendName>();

  constructor(
    private readonly options: Pick<StartOptions, 'base' | 'keeps'>,
    private readonly setups: Setups,
    private readonly notify: (event: EngineEvent) => void,
  ) {
    this.present = this.begin();
  }

  private begin(): Present {
    if (this.deaths >= MOST_DEATHS) return this.giveUp({ sentence: words.againAndAgain() });
    try {
      const life = startWorker(
        { ...this.options, threads: this.threads, avoid: [...this.avoid] },
        {
          onEvent: (event) => this.onEvent(event),
          onSnapshot: (snapshot) => this.setups.keep(snapshot),
          patience: () => (this.backend === 'cpu' ? PATIENCE_BEATS_CPU : PATIENCE_BEATS),
        },
      );
      life.death.on((cause) => this.revive(cause));
      return { is: 'alive', life };
    } catch (error) {
      return this.giveUp({ sentence: words.noWorkers(), detail: String(error) });
    }
  }

  /** No further worker: from now on requests fail with this reason. */
  private giveUp(problem: Problem): Present {
    this.run = 'none';
    // Asynchronously: nobody can have subscribed yet to an engine that is being created.
    queueMicrotask(() => this.notify({ type: 'failed', problem }));
    return { is: 'gone', problem };
  }

  private onEvent(event: EngineEvent): void {
    if (event.type === 'report') this.backend = event.report.backend;
    if (event.type === 'training')
      this.run = ['batch', 'epoch', 'wentBack'].includes(event.event.type) ? 'underWay' : 'none';
    this.notify(event);
    if (event.type === 'network' && this.run === 'cutOff') this.notifyCutOff(event);
  }

  /** The network is loaded again: reports whether the interrupted run can be resumed from it. */
  private notifyCutOff({ network, resumable }: Extract<EngineEvent, { type: 'network' }>): void {
    this.run = 'none';
    const sentence = resumable ? words.haltedAfter({ epoch: network.epoch }) : words.lostTraining();
    this.notify({ type: 'message', problem: { sentence } });
    this.notify({ type: 'training', event: { type: resumable ? 'paused' : 'stopped', network } });
  }

  private revive(cause: CauseOfDeath): void {
    if (cause === 'ended') return;
    this.deaths++;
    this.takeCare(cause);
    if (this.run === 'underWay') this.run = 'cutOff';
    this.present = this.begin();
    if (this.present.is === 'gone') return;
    for (const setup of this.setups.all) void this.setUpAgain(this.present.life, setup);
    if (this.run === 'cutOff') return;
    this.notify({ type: 'message', problem: { sentence: words.sameNetwork() } });
  }

  /**
   * First with the same options, then without threads, then without the previous backend. A worker that hung
   * would hang again.
   */
  private takeCare(cause: CauseOfDeath): void {
    const { backend } = this;
    const hung = cause === 'hung';
    if (this.deaths > 1 || (hung && backend === 'wasm')) this.threads = false;
    const suspect = this.deaths > 2 || (hung && backend !== 'wasm');
    if (suspect && backend && backend !== 'cpu') this.avoid.add(backend);
  }

  /**
   * Sets up a network again in the next worker. If that one dies during it too, the one after tries again.
   */
  private async setUpAgain(life: WorkerLife, setup: Setup): Promise<void> {
    const opened = await this.answer(life, (api) => api.open(setup));
    // A copy that could not be set up fails at the next request.
    if (opened === ENDED || opened.ok || isCopy(setup)) return;
    this.run = 'none';
    this.notify({ type: 'failed', problem: opened.problem });
  }

  /** Remembers a network that was set up, in case the worker dies. The previous run has ended. */
  opened(setup: Setup): void {
    this.setups.remember(setup);
    if (!isCopy(setup)) this.run = 'none';
  }

  /** Ends the worker for good. */
  dispose(): void {
    const { present } = this;
    this.present = { is: 'gone', problem: { sentence: words.gone() } };
    if (present.is === 'alive') present.life.death.end('ended');
  }

  /** Requests training. After the response a run is under way, unless it has stopped already. */
  async askToTrain(question: WorkerCall<void>): Promise<Result<void>> {
    this.run = 'asked';
    const begun = await this.ask(question);
    if (!begun.ok) this.run = 'none';
    else if (this.run === 'asked') this.run = 'underWay';
    return begun;
  }

  /**
   * Sends a request to the worker; when it dies during it, to the next one. Fails when there is none any
   * more, or it breaks.
   */
  async ask<Answer>(question: WorkerCall<Answer>): Promise<Result<Answer>> {
    for (let asked = 0; asked < MOST_ASKED; asked++) {
      const { present } = this;
      if (present.is === 'gone') return fail(present.problem.sentence, present.problem.detail);
      const answer = await this.answer(present.life, question);
      if (answer !== ENDED) return answer;
    }
    return fail(words.overThis());
  }

  /** One worker's response. Exceptions, and messages that can't be sent, are failures like others. */
  private async answer<Answer>(
    { api, death }: WorkerLife,
    question: WorkerCall<Answer>,
  ): Promise<Result<Answer> | typeof ENDED> {
    try {
      return await death.orElse(question(api));
    } catch (error) {
      return fail(words.failed(), String(error));
    }
  }
}
