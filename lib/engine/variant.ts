import type { Architecture } from '@/lib/pipeline/architecture';
import { buildPipeline } from '@/lib/pipeline/pipeline';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/engine';
import { Model } from './model';
import type { WeightSet } from './protocol';

const NONE = fail(words.setUpAgain());

/** Beside the present network: a copy of it that is changed at will. Nothing of it is kept. */
export class Variant {
  private held: Model | null = null;

  get model(): Result<Model> {
    return this.held?.complete ? ok(this.held) : NONE;
  }

  /** Sets up a network, or changes some stages' weights of the one there is where the architecture is the same. */
  set(architecture: Architecture, weights: WeightSet): Result<void> {
    const now = this.held?.pipeline.architecture;
    if (!this.held || JSON.stringify(now) !== JSON.stringify(architecture)) {
      const built = buildPipeline(architecture);
      if (!built.ok) return built;
      this.forget();
      this.held = new Model(built.value, 'variant/');
    }
    const loaded = this.held.load(weights);
    return loaded.ok ? ok(undefined) : loaded;
  }

  /** Frees it: the page is left, or the backend. */
  forget(): void {
    this.held?.dispose();
    this.held = null;
  }
}
