import type { EngineClient } from '@/lib/engine/client/client';
import { buildPipeline } from '@/lib/network/build-pipeline';
import type { CopyHandle } from '@/lib/network/handle';
import type { Pipeline } from '@/lib/network/pipeline';
import type { Pixels, Shown, Trace } from '@/lib/network/trace';
import { fail, must, ok, type Result } from '@/lib/result';
import { type History, networkEdits } from '@/lib/what-if/history';
import { type EditedNetwork, editNetwork } from '@/lib/what-if/network-edits';
import words from '@/words/state';
import { presentEngine } from '../engine/engine';

interface EditedPipeline {
  /** Identifies the network edits and what they were applied to. */
  readonly key: string;
  readonly of: Trace;
  readonly edited: EditedNetwork;
  readonly pipeline: Pipeline;
}

const LOADING = fail(words.loading());

/**
 * The network with the learner's edits, held by the engine beside the learner's own as long as it is needed.
 */
export class EditedCopy {
  /** The engine's copy, once it was requested. */
  private copy: CopyHandle | null = null;
  /** The edits that were last sent. */
  private sentEdits: EditedNetwork | null = null;
  /** The latest edited pipeline. */
  private latest: EditedPipeline | null = null;

  /** `pipeline`: of the network that is edited. */
  constructor(private readonly pipeline: Pipeline) {}

  /**
   * Traces one image: all stages with the weights that computed them, or the shown part of them. `original`
   * is the trace of the network that is edited.
   */
  async trace(
    original: Trace,
    history: History,
    pixels: Pixels,
    scope: 'whole' | Shown,
  ): Promise<Result<Trace>> {
    const { edited } = this.edit(original, history);
    const asked = await this.give(edited, original);
    const traced = asked.ok ? await asked.value.engine.trace(asked.value.copy, pixels, scope) : asked;
    if (!traced.ok) this.forget();
    return traced.ok ? ok({ ...traced.value, weights: edited.weights }) : traced;
  }

  /** Its probabilities for `count` images, [count, classes]. */
  async predict(
    original: Trace,
    history: History,
    pixels: Pixels,
    count: number,
  ): Promise<Result<Float32Array>> {
    const asked = await this.give(this.edit(original, history).edited, original);
    return asked.ok ? asked.value.engine.predict(asked.value.copy, pixels, count) : asked;
  }

  /** Its stages: different from the original's where an edit changed a layer. */
  pipelineOf(original: Trace, history: History): Pipeline {
    return this.edit(original, history).pipeline;
  }

  /** The engine's copy may be out of date: it is sent again. */
  forget(): void {
    this.sentEdits = null;
  }

  close(): void {
    if (this.copy) void presentEngine()?.close(this.copy);
    this.copy = null;
  }

  /** The original's network with the edits applied; the same objects as long as these stay the same. */
  private edit(original: Trace, history: History): EditedPipeline {
    const edits = networkEdits(history);
    const key = JSON.stringify(edits);
    if (this.latest?.of === original && this.latest.key === key) return this.latest;
    const edited = editNetwork(this.pipeline.architecture, original.weights, edits);
    const same = edited.architecture === this.pipeline.architecture;
    const pipeline = same ? this.pipeline : must(buildPipeline(edited.architecture));
    this.latest = { of: original, key, edited, pipeline };
    return this.latest;
  }

  /** Sends the engine what it lacks: everything, or the stages with edits. */
  private async give(
    edited: EditedNetwork,
    { network }: Trace,
  ): Promise<Result<{ readonly engine: EngineClient; readonly copy: CopyHandle }>> {
    const engine = presentEngine();
    if (!engine) return LOADING;
    if (this.sentEdits === edited && this.copy) return ok({ engine, copy: this.copy });
    const before = this.sentEdits;
    const same = before?.architecture === edited.architecture;
    const lacking = Object.entries(edited.weights).filter(([id, own]) => !same || before.weights[id] !== own);
    this.copy ??= engine.newCopy();
    const { copy } = this;
    const opened = await engine.open({
      handle: copy,
      architecture: edited.architecture,
      source: { weights: Object.fromEntries(lacking), network },
    });
    if (!opened.ok) return opened;
    if (this.copy !== copy) return LOADING;
    this.sentEdits = edited;
    return ok({ engine, copy });
  }
}
