import type { Remote } from 'comlink';
import type { Architecture } from '@/lib/pipeline/architecture';
import { fail, type Problem, type Result } from '@/lib/result';
import words from '@/words/workers';
import type { Snapshot, StartOptions, WorkerApi } from './api';
import type { BackendName, EngineEvent, WeightSource } from './protocol';
import { DEAD, startWorker, type WorkerLife } from './worker-life';

/** After so many deaths it is not bad luck any more. */
const MOST_DEATHS = 4;

const GONE = words.gone();
const TOO_OFTEN = words.againAndAgain();
const NO_WORKERS = words.noWorkers();

/** What a worker is asked, whichever it is at that moment. */
export type Question<Answer> = (api: Remote<WorkerApi>) => Promise<Result<Answer>>;

/** What a network is set up from. */
interface Setup {
  readonly architecture: Architecture;
  readonly source: WeightSource;
}

/**
 * The engine's worker, and the one that takes its place when it dies: with the same network, asked again whatever
 * had not been answered. Each further one is started with more caution.
 */
export class Workers {
  private life: WorkerLife | null;
  private deaths = 0;
  private backend: BackendName | null = null;
  /** Whether a run is under way that would halt with the worker. */
  private training = false;
  /** How often a run has halted by itself, or because it was told to. */
  private halts = 0;
  /** Whether a run halted with the worker before, and the page does not know yet where it stands now. */
  private halted = false;
  private setup: Setup | null = null;
  /** Why there is no worker, once there is none. */
  private gone: Problem = { sentence: GONE };

  constructor(
    private readonly options: Pick<StartOptions, 'base' | 'keeps'>,
    private readonly tell: (event: EngineEvent) => void,
  ) {
    this.life = this.begin();
  }

  private begin(): WorkerLife | null {
    if (this.deaths >= MOST_DEATHS) return this.giveUp({ sentence: TOO_OFTEN });
    // First as before, then without threads, then without the backend that was there.
    const avoid = this.deaths > 2 && this.backend && this.backend !== 'cpu' ? [this.backend] : [];
    try {
      const life = startWorker(
        { ...this.options, threads: this.deaths < 2, avoid },
        { onEvent: (event) => this.hear(event), onSnapshot: (snapshot) => this.keep(snapshot) },
      );
      void life.dead.then(() => this.revive());
      return life;
    } catch (error) {
      return this.giveUp({ sentence: NO_WORKERS, detail: String(error) });
    }
  }

  /** No further worker: what is asked from now on is answered with the reason. */
  private giveUp(problem: Problem): null {
    this.gone = problem;
    // In a moment: nobody can have subscribed yet to an engine that is only being made.
    queueMicrotask(() => this.tell({ type: 'failed', problem }));
    return null;
  }

  private hear(event: EngineEvent): void {
    if (event.type === 'report') this.backend = event.report.backend;
    if (event.type === 'training') {
      this.training = event.event.type === 'batch' || event.event.type === 'epoch';
      if (!this.training) this.halts++;
    }
    this.tell(event);
    if (event.type === 'network' && this.halted) this.tellHalted(event);
  }

  /** The network is there again: says whether the run that halted can go on from it. */
  private tellHalted({ network, resumable }: Extract<EngineEvent, { type: 'network' }>): void {
    this.halted = false;
    const sentence = resumable ? words.haltedAfter({ epoch: network.epoch }) : words.lostTraining();
    this.tell({ type: 'message', problem: { sentence } });
    this.tell({ type: 'training', event: { type: resumable ? 'paused' : 'stopped', network } });
  }

  /** The newest state of the network that is known here takes the place of what was asked for first. */
  private keep({ architecture, ...source }: Snapshot): void {
    this.setup = { architecture, source };
  }

  private revive(): void {
    if (!this.life) return;
    this.deaths++;
    this.halted ||= this.training;
    this.training = false;
    this.life = this.begin();
    if (!this.life) return;
    if (this.setup) void this.life.api.load(this.setup.architecture, this.setup.source);
    if (this.halted) return;
    const sentence = words.sameNetwork();
    this.tell({ type: 'message', problem: { sentence } });
  }

  /** Notes what the network, set up just now, is to be set up from should the worker die. Its run is over. */
  remember(architecture: Architecture, source: WeightSource): void {
    this.setup = { architecture, source };
    this.training = false;
  }

  /** The same for the initial weights of a seed. */
  rememberSeed(seed: number): void {
    this.training = false;
    if (this.setup) this.setup = { ...this.setup, source: { initial: seed } };
  }

  /** The same for a run that begins anew: the one that was kept before it goes on no more. */
  forgetRun(): void {
    if (!this.setup || typeof this.setup.source !== 'object' || !('weights' in this.setup.source)) return;
    this.setup = { ...this.setup, source: { ...this.setup.source, optimizer: null } };
  }

  /** Ends the worker for good. */
  dispose(): void {
    this.life?.end();
    this.life = null;
  }

  /** Asks for training. From the answer on a run is under way, unless it has halted again already. */
  async askToTrain(question: Question<void>): Promise<Result<void>> {
    const { halts } = this;
    const begun = await this.ask(question);
    if (begun.ok && halts === this.halts) this.training = true;
    return begun;
  }

  /** Asks the worker; when it dies over the question, the next one. Fails when there is none any more. */
  async ask<Answer>(question: Question<Answer>): Promise<Result<Answer>> {
    const answer = await this.askOr(question, null);
    return answer ?? fail(this.gone.sentence, this.gone.detail);
  }

  /** The same for what cannot fail: `otherwise` when there is no worker any more. */
  async askOr<Answer, Otherwise>(
    question: (api: Remote<WorkerApi>) => Promise<Answer>,
    otherwise: Otherwise,
  ): Promise<Answer | Otherwise> {
    while (this.life) {
      const answer = await Promise.race([question(this.life.api), this.life.dead]);
      if (answer !== DEAD) return answer;
    }
    return otherwise;
  }
}
