import type { Remote } from 'comlink';
import type { Architecture } from '@/lib/network/architecture';
import type { BackendName } from '@/lib/network/backends';
import { fail, type Problem, type Result } from '@/lib/result';
import words from '@/words/workers';
import type { Snapshot, StartOptions, WorkerApi } from '../api';
import type { EngineEvent, WeightSource } from '../protocol';
import { ENDED } from './ending';
import { type CauseOfDeath, startWorker, type WorkerLife } from './worker-life';

/** After so many deaths it is not bad luck any more. */
const MOST_DEATHS = 4;
/** So many workers are asked the same thing: one that dies over it may have died of it. */
const MOST_ASKED = 2;
/** Three minutes. Over large batches a slow machine computes for more than one without looking up. */
const PATIENCE_BEATS = 36;
/** Half an hour: plain JavaScript waits for nobody, so it can't hang, and a step may take it minutes. */
const PATIENCE_BEATS_CPU = 360;

/** What a worker is asked, whichever it is at that moment. */
export type Question<Answer> = (api: Remote<WorkerApi>) => Promise<Result<Answer>>;

/** What a network is set up from. */
interface Setup {
  readonly architecture: Architecture;
  readonly source: WeightSource;
  /** The id of the subject with which it is kept. */
  readonly subject?: string;
}

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
  private setup: Setup | null = null;

  constructor(
    private readonly options: Pick<StartOptions, 'base' | 'keeps'>,
    private readonly tell: (event: EngineEvent) => void,
  ) {
    this.present = this.begin();
  }

  private begin(): Present {
    if (this.deaths >= MOST_DEATHS) return this.giveUp({ sentence: words.againAndAgain() });
    try {
      const life = startWorker(
        { ...this.options, threads: this.threads, avoid: [...this.avoid] },
        {
          onEvent: (event) => this.hear(event),
          onSnapshot: (snapshot) => this.keep(snapshot),
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
    queueMicrotask(() => this.tell({ type: 'failed', problem }));
    return { is: 'gone', problem };
  }

  private hear(event: EngineEvent): void {
    if (event.type === 'report') this.backend = event.report.backend;
    if (event.type === 'training')
      this.run = ['batch', 'epoch', 'wentBack'].includes(event.event.type) ? 'underWay' : 'none';
    this.tell(event);
    if (event.type === 'network' && this.run === 'cutOff') this.tellCutOff(event);
  }

  /** The network is there again: says whether the run that halted can go on from it. */
  private tellCutOff({ network, resumable }: Extract<EngineEvent, { type: 'network' }>): void {
    this.run = 'none';
    const sentence = resumable ? words.haltedAfter({ epoch: network.epoch }) : words.lostTraining();
    this.tell({ type: 'message', problem: { sentence } });
    this.tell({ type: 'training', event: { type: resumable ? 'paused' : 'stopped', network } });
  }

  /** The newest state of the network that is known here takes the place of what was asked for first. */
  private keep({ architecture, ...source }: Snapshot): void {
    this.setup = { architecture, source, subject: this.setup?.subject };
  }

  private revive(cause: CauseOfDeath): void {
    if (cause === 'ended') return;
    this.deaths++;
    this.takeCare(cause);
    if (this.run === 'underWay') this.run = 'cutOff';
    this.present = this.begin();
    if (this.present.is === 'gone') return;
    if (this.setup) void this.setUpAgain(this.present.life, this.setup);
    if (this.run === 'cutOff') return;
    this.tell({ type: 'message', problem: { sentence: words.sameNetwork() } });
  }

  /** First as before, then without threads, then without the backend that was there. Who hung would hang again. */
  private takeCare(cause: CauseOfDeath): void {
    const { backend } = this;
    const hung = cause === 'hung';
    if (this.deaths > 1 || (hung && backend === 'wasm')) this.threads = false;
    const suspect = this.deaths > 2 || (hung && backend !== 'wasm');
    if (suspect && backend && backend !== 'cpu') this.avoid.add(backend);
  }

  /** The network as it was, in the next worker. Should that one die over it too, it is the next one's turn. */
  private async setUpAgain(life: WorkerLife, { architecture, source, subject }: Setup): Promise<void> {
    const loaded = await this.answer(life, async (api) => api.load(architecture, source, subject));
    if (loaded === ENDED || loaded.ok) return;
    this.run = 'none';
    this.tell({ type: 'failed', problem: loaded.problem });
  }

  /** Notes what the network, set up just now, is to be set up from should the worker die. Its run is over. */
  remember(architecture: Architecture, source: WeightSource, subject = this.setup?.subject): void {
    this.setup = { architecture, source, subject };
    this.run = 'none';
  }

  /** The same for the initial weights of a seed. */
  rememberSeed(seed: number): void {
    this.run = 'none';
    if (this.setup) this.setup = { ...this.setup, source: { initial: seed } };
  }

  /** The same for a run that begins anew: the one that was kept before it goes on no more. */
  forgetRun(): void {
    if (!this.setup || typeof this.setup.source !== 'object' || !('weights' in this.setup.source)) return;
    this.setup = { ...this.setup, source: { ...this.setup.source, optimizer: null } };
  }

  /** Ends the worker for good. */
  dispose(): void {
    const { present } = this;
    this.present = { is: 'gone', problem: { sentence: words.gone() } };
    if (present.is === 'alive') present.life.death.end('ended');
  }

  /** Asks for training. From the answer on a run is under way, unless it has halted again already. */
  async askToTrain(question: Question<void>): Promise<Result<void>> {
    this.run = 'asked';
    const begun = await this.ask(question);
    if (!begun.ok) this.run = 'none';
    else if (this.run === 'asked') this.run = 'underWay';
    return begun;
  }

  /** Asks the worker; when it dies over the question, the next one. Fails when there is none any more, or it breaks. */
  async ask<Answer>(question: Question<Answer>): Promise<Result<Answer>> {
    for (let asked = 0; asked < MOST_ASKED; asked++) {
      const { present } = this;
      if (present.is === 'gone') return fail(present.problem.sentence, present.problem.detail);
      const answer = await this.answer(present.life, question);
      if (answer !== ENDED) return answer;
    }
    return fail(words.overThis());
  }

  /** The same for what has no failure of its own: `otherwise` where it fails, which the page is told. */
  async askOr<Answer>(
    question: (api: Remote<WorkerApi>) => Promise<Answer>,
    otherwise: Answer,
  ): Promise<Answer> {
    const answer = await this.ask(async (api) => ({ ok: true, value: await question(api) }));
    if (answer.ok) return answer.value;
    if (this.present.is === 'alive') this.tell({ type: 'message', problem: answer.problem });
    return otherwise;
  }

  /** One worker's answer. What it throws, or can't be sent, is a failure like others. */
  private async answer<Answer>(
    { api, death }: WorkerLife,
    question: Question<Answer>,
  ): Promise<Result<Answer> | typeof ENDED> {
    try {
      return await death.orElse(question(api));
    } catch (error) {
      return fail(words.brokeOff(), String(error));
    }
  }
}
