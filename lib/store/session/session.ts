import type { InputImage } from '@/lib/data/input-image';
import type { BackendName } from '@/lib/network/backends';
import type { EpochHandle } from '@/lib/network/handle';
import { type KernelSet, kernelsOf } from '@/lib/network/weights';
import { once } from '@/lib/once';
import { fail, ok, type Result } from '@/lib/result';
import { size } from '@/lib/tensor/tensor';
import words from '@/words/state';
import { presentEngine } from '../engine/engine';
import { learner } from '../learner/learner';
import { notify } from '../page/notices';
import { subjectStore } from '../subject/subject';
import { showImage } from '../trace/trace';
import { tracing } from '../trace/tracing';
import { start } from './start';

/**
 * The page's connection to the engine: this sends requests and `training-orders.ts` what is ordered on pages that train,
 * `engine-events.ts` listens, `follow.ts` reacts to choices.
 */
export const session = {
  /** Starts the engine and follows the address; further calls do nothing. */
  start: once(start),

  /** Sends a different image through the network. One that comes after the page has turned to a network with others is dropped. */
  chooseImage(image: InputImage): void {
    if (image.pixels.length !== size(subjectStore.getState().pipeline.architecture.input)) return;
    showImage(image);
    learner.getState().chooseImage(image.id);
    void tracing.showPinned();
    void tracing.show();
  },

  /**
   * The learner is about to use the scrubber: the epochs beside the displayed one are computed in advance.
   */
  lookAhead(): void {
    void tracing.lookAhead();
  },

  /**
   * The kernels of a recorded epoch, except the largest, which are recorded rounded: for changes of filters.
   */
  async kernels(epoch: EpochHandle): Promise<Result<KernelSet>> {
    const engine = presentEngine();
    if (!engine) return fail(words.stillStarting());
    const weights = await engine.weights(epoch, 'exact');
    return weights.ok ? ok(kernelsOf(weights.value)) : weights;
  },

  async chooseBackend(backend: BackendName): Promise<void> {
    const answer = await presentEngine()?.chooseBackend(backend);
    if (answer && !answer.ok) notify(answer.problem.sentence);
  },
};
