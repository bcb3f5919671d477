import type { BackendName } from '@/lib/network/backends';
import type { Pixels } from '@/lib/network/trace';
import { markBusy } from '@/lib/site/offline/engine-busy';
import type { Model } from '../worker/model';
import { predictBatch } from '../worker/trace-stages';
import type { BackendChoice } from './backend-choice';
import { type Measured, measure, shorter } from './measure';
import { probe } from './probe';
import type { ProbeTask } from './probe-worker';

/** How long after the first complete trace the current backend is measured: the page is loaded by then. */
const DELAY_MS = 1500;
/**
 * How much later the others are tried, which costs a second of two cores: only for learners who stay on a
 * page.
 */
const OTHERS_DELAY_MS = 6500;
const CANDIDATES: readonly BackendName[] = ['webgpu', 'webgl', 'cpu'];

const pass = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Measures the backends on this machine, once, on the real network and a real image. */
export class BackendProbe {
  private begun = false;

  /** `ready` resolves with the model when computing is allowed; null while there is none. */
  constructor(
    private readonly backends: BackendChoice,
    private readonly ready: () => Promise<Model | null>,
  ) {}

  /** Starts after a delay; further calls do nothing. */
  async begin(pixels: Pixels): Promise<void> {
    if (this.begun) return;
    this.begun = true;
    const image = pixels.slice();
    await pass(DELAY_MS);
    try {
      await this.measureAll(image);
    } catch {
      // The backend failed during the measurement. Nobody requested this; the next request reports it.
    }
  }

  /** Measures the current backend and, later, again, and the others. */
  private async measureAll(pixels: Pixels): Promise<void> {
    const { backends } = this;
    const model = await this.ready();
    const { current } = backends;
    if (!model?.complete || !current) return;
    const early = await measure(model, pixels);
    backends.measured(current, early);
    await pass(OTHERS_DELAY_MS);
    if (current === 'wasm') await this.measureAgain(early, pixels);
    await this.tryOthers({ pixels, patience: 4 * early.single, imitated: current !== 'wasm' });
  }

  /**
   * While a page settles, its own work takes the core of a second thread, and a batch takes up to half as long again as in
   * training, whose duration is promised by it: 9 to 10 ms instead of 6 to 7 on two cores.
   */
  private async measureAgain(early: Measured, pixels: Pixels): Promise<void> {
    const model = await this.ready();
    if (!model?.complete || this.backends.current !== 'wasm') return;
    const again = measure(model, pixels);
    markBusy(again);
    this.backends.measured('wasm', shorter(early, await again));
  }

  /** Tries the other backends in a separate worker, and switches to one that is clearly faster. */
  private async tryOthers(terms: Omit<ProbeTask, 'architecture' | 'weights'>): Promise<void> {
    const { backends } = this;
    const model = await this.ready();
    const { current } = backends;
    if (!model?.complete || !current) return;
    // Requested together, both belong to one state of the network, even while it is trained.
    const [weights, expected] = await Promise.all([model.weights(), predictBatch(model, terms.pixels, 1)]);
    const task: ProbeTask = { ...terms, architecture: model.pipeline.architecture, weights };
    for (const backend of CANDIDATES) {
      if (backend === current || backends.avoids(backend)) continue;
      const tried = await probe(backend, task, expected);
      if (tried.ok) backends.measured(backend, tried.value);
      else backends.failed(backend, tried.problem.sentence);
    }
    const faster = backends.faster();
    if (faster && !backends.byHand) await backends.use(faster, 'measured');
  }
}
