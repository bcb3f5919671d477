/** The worker that tries a backend: if it hangs or crashes here, nothing else is affected. */
import { expose } from 'comlink';
import type { Architecture } from '@/lib/network/architecture';
import type { BackendName } from '@/lib/network/backends';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { Pixels } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/engine';
import { registerKernels } from '../kernels/register';
import { Model } from '../worker/model';
import { startBackend } from './backends';
import { type Measured, measure } from './measure';
import { isInSoftware } from './software';

/** The network and the image that a backend is tried on. */
export interface ProbeTask {
  readonly architecture: Architecture;
  readonly weights: WeightSet;
  readonly pixels: Pixels;
  /** Milliseconds for one image beyond which a batch is not worth measuring. */
  readonly patience: number;
  /** Whether to try a GPU that is only emulated in software. */
  readonly imitated: boolean;
}

const api = {
  /** Starts the backend and measures it. */
  async probe(backend: BackendName, task: ProbeTask): Promise<Result<Measured>> {
    const pipeline = buildPipeline(task.architecture);
    if (!pipeline.ok) return pipeline;
    if (!task.imitated && (await isInSoftware(backend))) return fail(words.inSoftware());
    const started = await startBackend(backend);
    if (!started.ok) return started;
    const model = new Model(pipeline.value);
    const taken = model.load(task.weights);
    return taken.ok ? ok(await measure(model, task.pixels, task.patience)) : taken;
  },
};

export type ProbeApi = typeof api;
// Another worker than the engine's: it computes with the same kernels.
registerKernels();
expose(api);
