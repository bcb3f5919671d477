import type { BackendChoice } from './backend-choice';
import { measure } from './measure';
import type { Model } from './model';
import { probe } from './probe';
import type { ProbeTask } from './probe-worker';
import type { BackendName, Pixels } from './protocol';

/** How long after the first whole trace the other backends are tried: the page is up by then. */
const DELAY_MS = 1500;
const CANDIDATES: readonly BackendName[] = ['webgpu', 'webgl', 'cpu'];

/** Measures the backends on this machine, once, on the real network and a real picture. */
export class Trial {
  private begun = false;

  /** `ready` settles with the model when computing is allowed; null while there is none. */
  constructor(
    private readonly backends: BackendChoice,
    private readonly ready: () => Promise<Model | null>,
  ) {}

  /** Begins after a moment; further calls do nothing. */
  async begin(pixels: Pixels): Promise<void> {
    if (this.begun) return;
    this.begun = true;
    const picture = pixels.slice();
    await new Promise((resolve) => setTimeout(resolve, DELAY_MS));
    try {
      await this.measureAll(picture);
    } catch {
      // The backend broke over it. Nobody has asked for this; whoever asks for something next hears of it.
    }
  }

  /** Measures the present backend, tries the others elsewhere, and changes to one that is clearly faster. */
  private async measureAll(pixels: Pixels): Promise<void> {
    const { backends } = this;
    const model = await this.ready();
    const { current } = backends;
    if (!model?.complete || !current) return;
    const here = await measure(model, pixels);
    backends.measured(current, here);
    const weights = await model.weights();
    const task: ProbeTask = {
      architecture: model.pipeline.architecture,
      weights,
      pixels,
      patience: 4 * here.single,
      imitated: current !== 'wasm',
    };
    for (const backend of CANDIDATES) {
      if (backend === current || backends.avoids(backend)) continue;
      const tried = await probe(backend, task, here.probabilities);
      if (tried.ok) backends.measured(backend, tried.value);
      else backends.failed(backend, tried.problem.sentence);
    }
    const faster = backends.faster();
    if (faster && !backends.byHand) await backends.use(faster, 'measured');
  }
}
