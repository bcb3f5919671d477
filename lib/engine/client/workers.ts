import type { Remote } from 'comlink';
import type { BackendName } from '@/lib/network/backends';
import { fail, type Problem, type Result } from '@/lib/result';
import words from '@/words/workers';
import type { StartOptions, WorkerApi } from '../api';
import { type EngineEvent, isCopy, type Setup } from '../protocol';
import { ENDED } from './ending';
import type { Setups } from './setups';
import { type CauseOfDeath, startWorker, type WorkerLife } from './worker-life';

/** After this number of deaths it is not bad luck any more. */
const MOST_DEATHS = 4;
/** So many workers are asked the same thing: one that dies over it may have died of it. */
const MOST_ASKED = 2;
/** Three minutes. Over large batches a slow machine computes for more than one without looking up. */
const PATIENCE_BEATS = 36;
/** Half an hour: plain JavaScript waits for nobody, so it can't hang, and a step may take it minutes. */
const PATIENCE_BEATS_CPU = 360;

/** What a worker is asked, whichever it is at that moment. */
export type WorkerCall<Answer> = (api: Remote<WorkerApi>) => Promise<Result<Answer>>;

/** Who answers: a worker, or nobody any more, and why. */
type Present =
  | { readonly is: 'alive'; readonly life: WorkerLife }
  | { readonly is: 'gone'; readonly problem: Problem };

/**
 * The run in the worker: there is none that goes on by itself; one was asked for; one is under way and would halt with
 * the worker; one has halted with it, and the page does not know yet where it stands now.
 */
type RunPhase = 'none' | 'asked' | 'underWay' | 'cutOff';

/**
 * The engine's worker, and the one that takes its place when it dies or hangs: with the same network, asked again what
 * had not been answered. Each further one is started with more caution.
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

  /** No further worker: what is asked from now on is answered with the reason. */
  private giveUp(problem: Problem): Present {
    this.run = 'none';
    // In a moment: nobody can have subscribed yet to an engine that is only being made.
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

  /** The network is there again: says whether the run that halted can go on from it. */
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

  /** First as before, then without threads, then without the backend that was there. Who hung would hang again. */
  private takeCare(cause: CauseOfDeath): void {
    const { backend } = this;
    const hung = cause === 'hung';
    if (this.deaths > 1 || (hung && backend === 'wasm')) this.threads = false;
    const suspect = this.deaths > 2 || (hung && backend !== 'wasm');
    if (suspect && backend && backend !== 'cpu') this.avoid.add(backend);
  }

  /** A network as it was, in the next worker. Should that one die over it too, it is the next one's turn. */
  private async setUpAgain(life: WorkerLife, setup: Setup): Promise<void> {
    const opened = await this.answer(life, (api) => api.open(setup));
    // A copy that could not be set up fails when it is asked about.
    if (opened === ENDED || opened.ok || isCopy(setup)) return;
    this.run = 'none';
    this.notify({ type: 'failed', problem: opened.problem });
  }

  /** A network was set up just now: what it is to be set up from should the worker die. The run before it is over. */
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

  /** Asks for training. From the answer on a run is under way, unless it has halted again already. */
  async askToTrain(question: WorkerCall<void>): Promise<Result<void>> {
    this.run = 'asked';
    const begun = await this.ask(question);
    if (!begun.ok) this.run = 'none';
    else if (this.run === 'asked') this.run = 'underWay';
    return begun;
  }

  /** Asks the worker; when it dies over the question, the next one. Fails when there is none any more, or it breaks. */
  async ask<Answer>(question: WorkerCall<Answer>): Promise<Result<Answer>> {
    for (let asked = 0; asked < MOST_ASKED; asked++) {
      const { present } = this;
      if (present.is === 'gone') return fail(present.problem.sentence, present.problem.detail);
      const answer = await this.answer(present.life, question);
      if (answer !== ENDED) return answer;
    }
    return fail(words.overThis());
  }

  /** One worker's answer. What it throws, or can't be sent, is a failure like others. */
  private async answer<Answer>(
    { api, death }: WorkerLife,
    question: WorkerCall<Answer>,
  ): Promise<Result<Answer> | typeof ENDED> {
    try {
      return await death.orElse(question(api));
    } catch (error) {
      return fail(words.brokeOff(), String(error));
    }
  }
}
