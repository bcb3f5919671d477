import type { InputImage } from '@/lib/data/input-image';
import { once } from '@/lib/once';
import { size } from '@/lib/tensor/tensor';
import { learner } from '../learner/learner';
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
};
