import type { Remote } from 'comlink';
import type { Architecture } from '@/lib/pipeline/architecture';
import type { Snapshot, WorkerApi } from './api';
import type { BackendName, EngineEvent, NetworkState, WeightSource } from './protocol';
import { DEAD, startWorker, type WorkerLife } from './worker-life';

/** After so many deaths it is not bad luck any more. */
const MOST_DEATHS = 4;

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
  private training: NetworkState | null = null;
  private setup: Setup | null = null;

  constructor(
    private readonly base: string,
    private readonly tell: (event: EngineEvent) => void,
  ) {
    this.life = this.begin();
  }

  private begin(): WorkerLife | null {
    if (this.deaths >= MOST_DEATHS) {
      const sentence =
        'The engine stopped again and again on this machine, so it was not started once more. Reload the page to try it.';
      this.tell({ type: 'failed', problem: { sentence } });
      return null;
    }
    // First as before, then without threads, then without the backend that was there.
    const avoid = this.deaths > 2 && this.backend && this.backend !== 'cpu' ? [this.backend] : [];
    const life = startWorker(
      { base: this.base, threads: this.deaths < 2, avoid },
      { onEvent: (event) => this.hear(event), onSnapshot: (snapshot) => this.keep(snapshot) },
    );
    void life.dead.then(() => this.revive());
    return life;
  }

  private hear(event: EngineEvent): void {
    if (event.type === 'report') this.backend = event.report.backend;
    if (event.type === 'training') {
      const { event: step } = event;
      if (step.type === 'epoch') this.training = step.network;
      else if (step.type !== 'batch') this.training = null;
    }
    this.tell(event);
  }

  /** The newest state of the network that is known here takes the place of what was asked for first. */
  private keep({ architecture, ...source }: Snapshot): void {
    this.setup = { architecture, source };
  }

  private revive(): void {
    this.deaths++;
    const { training } = this;
    this.training = null;
    this.life = this.begin();
    if (!this.life) return;
    if (this.setup) void this.life.api.load(this.setup.architecture, this.setup.source);
    const sentence = training
      ? `The engine stopped and was started again. The training halted with it, after epoch ${training.epoch}; it can go on from there.`
      : 'The engine stopped and was started again, with the same network.';
    this.tell({ type: 'message', problem: { sentence } });
    if (training) this.tell({ type: 'training', event: { type: 'paused', network: training } });
  }

  /** Notes what the network is to be set up from should the worker die. */
  remember(architecture: Architecture, source: WeightSource): void {
    this.setup = { architecture, source };
  }

  /** The same for the initial weights of a seed. */
  rememberSeed(seed: number): void {
    if (this.setup) this.setup = { ...this.setup, source: { initial: seed } };
  }

  /** Asks the worker; when it dies over the question, the next one. `otherwise` when there is none any more. */
  async ask<Answer>(
    question: (api: Remote<WorkerApi>) => Promise<Answer>,
    otherwise: NoInfer<Answer>,
  ): Promise<Answer> {
    while (this.life) {
      const answer = await Promise.race([question(this.life.api), this.life.dead]);
      if (answer !== DEAD) return answer;
    }
    return otherwise;
  }
}
