import { transfer } from 'comlink';
import { isEpoch, type NetworkHandle } from '@/lib/network/handle';
import type { Pixels, Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import { size } from '@/lib/tensor/tensor';
import words from '@/words/engine';
import type { TraceScope } from '../api';
import { inTurn } from '../in-turn';
import type { EngineCore } from './core';
import type { FoundModel, Model } from './model';
import { traceShown, traceStages } from './trace-stages';
import { buffersOf } from './transfer';

const WITHOUT_WEIGHTS: Promise<WeightSet> = Promise.resolve({});
const NO_PREVIEW = fail(words.noPreview());

/** Traces images through networks given by handle. */
export class Tracer {
  /** The name of the weights that the page has. */
  private sent = '';
  /** Queued, so that the page knows which weights belong to a response without any. */
  private readonly wholeInTurn = inTurn();

  constructor(private readonly engine: EngineCore) {}

  trace(handle: NetworkHandle, pixels: Pixels, scope: TraceScope): Promise<Result<Trace>> {
    const { networks } = this.engine;
    if (scope === 'preview') return this.preview(handle, pixels);
    if (scope !== 'whole')
      return networks.with(handle, (found) =>
        this.answer(found, pixels, () => traceShown(found.model, pixels, scope), WITHOUT_WEIGHTS),
      );
    if ('copy' in handle) return networks.with(handle, (found) => this.whole(found, pixels, WITHOUT_WEIGHTS));
    return this.wholeInTurn(() => networks.with(handle, (found) => this.withWeights(found, pixels)));
  }

  private async preview(handle: NetworkHandle, pixels: Pixels): Promise<Result<Trace>> {
    if (!isEpoch(handle)) return NO_PREVIEW;
    return this.engine.networks.withPreview(handle, (found) =>
      this.whole(found, pixels, found.model.weights()),
    );
  }

  /** Adds the weights if the page does not have them yet, so that megabytes are not sent twice. */
  private async withWeights(found: FoundModel, pixels: Pixels): Promise<Result<Trace>> {
    const { model, name, sent } = found;
    const weights = async () => sent ?? model.weights();
    const trace = await this.whole(found, pixels, this.sent === name ? WITHOUT_WEIGHTS : weights());
    if (trace.ok && name) this.sent = name;
    if (model.complete) void this.engine.probe.begin(pixels);
    return trace;
  }

  private whole(found: FoundModel, pixels: Pixels, weights: Promise<WeightSet>): Promise<Result<Trace>> {
    return this.answer(found, pixels, () => traceStages(found.model, pixels), weights);
  }

  private async answer(
    { model, state, version }: FoundModel,
    pixels: Pixels,
    compute: () => Promise<Trace['stages']>,
    wanted: Promise<WeightSet>,
  ): Promise<Result<Trace>> {
    const problem = misfit(model, pixels);
    if (problem) return problem;
    const { backend } = this.engine;
    const start = performance.now();
    const [stages, weights] = await Promise.all([compute(), wanted]);
    const milliseconds = performance.now() - start;
    const { complete } = model;
    const about = { source: 'live', complete, network: state, backend, milliseconds, version } as const;
    const trace: Trace = { ...about, stages, weights };
    return transfer(ok(trace), buffersOf(trace));
  }
}

/** The error for an image with a different number of values from the network's input. */
function misfit(model: Model, pixels: Pixels) {
  const expected = size(model.pipeline.architecture.input);
  return pixels.length === expected ? null : fail(words.imageSize({ values: pixels.length, expected }));
}
