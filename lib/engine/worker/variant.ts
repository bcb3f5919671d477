import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline, type Pipeline } from '@/lib/network/pipeline';
import type { WeightSet } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/engine';
import { Model } from './model';

const NONE = fail(words.setUpAgain());

/** Beside the present network: a copy of it that is changed at will. Nothing of it is kept. */
export class Variant {
  private copy: { readonly pipeline: Pipeline; readonly weights: WeightSet } | null = null;
  /** The copy on the present backend. */
  private held: Model | null = null;

  get model(): Result<Model> {
    const model = this.setUp();
    return model.ok && !model.value.complete ? NONE : model;
  }

  /** Sets up a network, or changes some stages' weights of the one there is where the architecture is the same. */
  set(architecture: Architecture, weights: WeightSet): Result<void> {
    const now = this.copy?.pipeline.architecture;
    if (!this.copy || JSON.stringify(now) !== JSON.stringify(architecture)) {
      const built = buildPipeline(architecture);
      if (!built.ok) return built;
      this.forget();
      this.copy = { pipeline: built.value, weights: {} };
    }
    const model = this.setUp();
    const loaded = model.ok ? model.value.load(weights) : model;
    if (!loaded.ok) return loaded;
    this.copy = { ...this.copy, weights: { ...this.copy.weights, ...weights } };
    return ok(undefined);
  }

  private setUp(): Result<Model> {
    if (this.held) return ok(this.held);
    if (!this.copy) return NONE;
    this.held = new Model(this.copy.pipeline, 'variant/');
    const loaded = this.held.load(this.copy.weights);
    return loaded.ok ? ok(this.held) : loaded;
  }

  /** Another backend computes: the copy is set up there when it is asked for. */
  leaveBackend(): void {
    this.held?.dispose();
    this.held = null;
  }

  /** Frees it: the page is left. */
  forget(): void {
    this.leaveBackend();
    this.copy = null;
  }
}
