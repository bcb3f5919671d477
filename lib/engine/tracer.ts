import { transfer } from 'comlink';
import { fail, ok, type Result } from '@/lib/result';
import { size } from '@/lib/tensor/tensor';
import words from '@/words/engine';
import { BACKEND_WORD } from './backends';
import type { Engine } from './engine';
import type { Model } from './model';
import type { Moment, NetworkState, Pixels, Shown, StageTrace, Trace, WeightSet } from './protocol';
import { traceShown, traceStages } from './trace-stages';
import { buffersOf } from './transfer';

export const NO_NETWORK = words.noNetwork();
/** A lost backend is heard of a moment after its first call has failed. */
const NOTICED_MS = 500;

/** Traces pictures through the present network and through those of the past. */
export class Tracer {
  /** The weights that the page has, by their name. */
  private sent = '';

  constructor(private readonly engine: Engine) {}

  /** A driver that breaks down takes the question with it: then it is asked once more, on the backend that takes over. */
  async trace(pixels: Pixels, moment: Moment | null): Promise<Result<Trace>> {
    const { backend } = this.engine;
    try {
      return await this.traceAt(pixels, moment);
    } catch (error) {
      this.sent = '';
      await new Promise((resolve) => setTimeout(resolve, NOTICED_MS));
      await this.engine.clear();
      if (backend !== this.engine.backend) return this.traceAt(pixels, moment);
      return fail(words.brokeOff({ name: BACKEND_WORD[backend] }), String(error));
    }
  }

  private async traceAt(pixels: Pixels, moment: Moment | null): Promise<Result<Trace>> {
    const present = await this.engine.ready();
    if (!present) return fail(NO_NETWORK);
    const { state, version } = this.engine.network;
    if (!moment) return this.traceModel(present, state, pixels, `now ${version}`, version);
    const past = await this.engine.past.at(moment, present.pipeline);
    await this.engine.clear();
    if (!past.ok) return past;
    return this.traceModel(past.value.model, past.value.state, pixels, `${moment.run} ${moment.epoch}`);
  }

  /** The stages that the small weights of an epoch answer, with those weights. */
  async glance(pixels: Pixels, moment: Moment): Promise<Result<Trace>> {
    const present = await this.engine.ready();
    if (!present) return fail(NO_NETWORK);
    const past = await this.engine.past.glanceAt(moment, present.pipeline);
    await this.engine.clear();
    if (!past.ok) return past;
    const { model, state } = past.value;
    return this.traced(model, state, pixels, model.weights());
  }

  /** The changed copy of the network. The page knows its weights. */
  async traceVariant(pixels: Pixels): Promise<Result<Trace>> {
    await this.engine.clear();
    const model = this.engine.variant.model;
    if (!model.ok) return model;
    return this.traced(model.value, this.engine.network.state, pixels, Promise.resolve({}));
  }

  /** What is shown of the changed copy. */
  async frameVariant(pixels: Pixels, shown: Shown): Promise<Result<readonly StageTrace[]>> {
    await this.engine.clear();
    const model = this.engine.variant.model;
    if (!model.ok) return model;
    const problem = misfit(model.value, pixels);
    if (problem) return problem;
    const stages = await traceShown(model.value, pixels, shown);
    return transfer(ok(stages), buffersOf({ stages }));
  }

  /** `name` tells the weights apart that the page has from others. */
  private async traceModel(
    model: Model,
    state: NetworkState,
    pixels: Pixels,
    name: string,
    version?: number,
  ): Promise<Result<Trace>> {
    const trace = await this.traced(model, state, pixels, this.unsent(model, name), version);
    if (model.complete) void this.engine.trial.begin(pixels);
    return trace;
  }

  private async traced(
    model: Model,
    state: NetworkState,
    pixels: Pixels,
    wanted: Promise<WeightSet>,
    version?: number,
  ): Promise<Result<Trace>> {
    const problem = misfit(model, pixels);
    if (problem) return problem;
    const { backend } = this.engine;
    const start = performance.now();
    const [stages, weights] = await Promise.all([traceStages(model, pixels), wanted]);
    const milliseconds = performance.now() - start;
    const { complete } = model;
    const trace = {
      source: 'live',
      stages,
      weights,
      complete,
      network: state,
      backend,
      milliseconds,
      version,
    } as const;
    return transfer(ok(trace), buffersOf(trace));
  }

  /** The weights when the page does not have them yet; else none: they would be the same megabytes again. */
  private async unsent(model: Model, name: string): Promise<WeightSet> {
    if (this.sent === name) return {};
    this.sent = name;
    return model.weights();
  }
}

/** What is wrong with a picture that has more or fewer values than the network takes. */
function misfit(model: Model, pixels: Pixels) {
  const expected = size(model.pipeline.architecture.input);
  return pixels.length === expected ? null : fail(words.pictureSize({ values: pixels.length, expected }));
}
