/** The worker that tries a backend: what hangs or crashes here harms nobody. */
import { expose } from 'comlink';
import type { Architecture } from '@/lib/pipeline/architecture';
import { buildPipeline } from '@/lib/pipeline/pipeline';
import { ok, type Result } from '@/lib/result';
import { startBackend } from './backends';
import { type Measured, measure } from './measure';
import { Model } from './model';
import type { BackendName, Pixels, WeightSet } from './protocol';

/** The network and the picture that a backend is tried on. */
export interface ProbeTask {
  readonly architecture: Architecture;
  readonly weights: WeightSet;
  readonly pixels: Pixels;
  /** Milliseconds for one picture beyond which a batch is not worth measuring. */
  readonly patience: number;
}

const api = {
  /** Starts the backend and measures it. */
  async probe(backend: BackendName, task: ProbeTask): Promise<Result<Measured>> {
    const pipeline = buildPipeline(task.architecture);
    if (!pipeline.ok) return pipeline;
    const started = await startBackend(backend);
    if (!started.ok) return started;
    const model = new Model(pipeline.value);
    const taken = model.load(task.weights);
    return taken.ok ? ok(await measure(model, task.pixels, task.patience)) : taken;
  },
};

export type ProbeApi = typeof api;
expose(api);
