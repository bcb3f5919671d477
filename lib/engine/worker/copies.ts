import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { CopyHandle } from '@/lib/network/handle';
import type { Pipeline } from '@/lib/network/pipeline';
import type { NetworkState } from '@/lib/network/run';
import type { WeightSet } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/engine';
import { type Setup, withWeights } from '../protocol';
import { type FoundModel, Model } from './model';
import { provided } from './weight-source';

const NONE = fail(words.setUpAgain());

type CopySetup = Extract<Setup, { readonly handle: CopyHandle }>;

/** Outside any backend, so that it can be set up on the next one. */
interface Copy {
  readonly pipeline: Pipeline;
  readonly weights: WeightSet;
  readonly state: NetworkState;
}

/** Networks beside the trained one, whose weights the page changes. Nothing of them is stored. */
export class Copies {
  private readonly byNumber = new Map<number, Copy>();
  /** Those that are set up on the current backend. */
  private readonly models = new Map<number, Model>();

  /**
   * Sets up a network, or, where it is open with the same architecture, changes the weights of some of its
   * stages. Where none are sent, those of an open one stay, whichever its architecture was.
   */
  open({ handle: { copy }, architecture, source }: CopySetup): Result<NetworkState> {
    const built = this.pipelineOf(copy, architecture);
    if (!built.ok) return built;
    const pipeline = built.value;
    const before = this.byNumber.get(copy);
    const found = provided(pipeline, withWeights(source, before?.weights ?? {}));
    if (!found.ok) return found;
    const { weights, network: state } = found.value;
    const same = before?.pipeline === pipeline;
    if (!same) this.leave(copy);
    const kept = same ? before.weights : {};
    const loaded = this.modelFor(copy, { pipeline, weights: kept, state }).load(weights);
    if (!loaded.ok) return loaded;
    this.byNumber.set(copy, { pipeline, weights: { ...kept, ...weights }, state });
    return ok(state);
  }

  /** A copy on the current backend. Fails where it is not open, or lacks weights. */
  find({ copy }: CopyHandle): Result<FoundModel> {
    const open = this.byNumber.get(copy);
    if (!open) return NONE;
    const model = this.modelFor(copy, open);
    return model.complete ? ok({ model, state: open.state }) : NONE;
  }

  /** The backend has changed: each copy is set up there on request. */
  leaveBackend(): void {
    for (const copy of [...this.models.keys()]) this.leave(copy);
  }

  /** Frees a copy. */
  close({ copy }: CopyHandle): void {
    this.leave(copy);
    this.byNumber.delete(copy);
  }

  private pipelineOf(copy: number, architecture: Architecture): Result<Pipeline> {
    const open = this.byNumber.get(copy)?.pipeline;
    const same = JSON.stringify(open?.architecture) === JSON.stringify(architecture);
    return open && same ? ok(open) : buildPipeline(architecture);
  }

  private modelFor(copy: number, { pipeline, weights }: Copy): Model {
    const known = this.models.get(copy);
    if (known) return known;
    const model = new Model(pipeline, `copy-${copy}/`);
    this.models.set(copy, model);
    // They were checked when they arrived.
    model.load(weights);
    return model;
  }

  private leave(copy: number): void {
    this.models.get(copy)?.dispose();
    this.models.delete(copy);
  }
}
