import { transfer } from 'comlink';
import type { Moment, NetworkState } from '@/lib/network/run';
import type { Pixels, Shown, StageTrace, Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import { size } from '@/lib/tensor/tensor';
import words from '@/words/engine';
import type { EngineCore } from './core';
import type { Model } from './model';
import { traceShown, traceStages } from './trace-stages';
import { buffersOf } from './transfer';

export const NO_NETWORK = words.noNetwork();

/** Traces pictures through the present network and through those of the past. */
export class Tracer {
  /** The weights that the page has, by their name. */
  private sent = '';

  constructor(private readonly engine: EngineCore) {}

  /** All stages of a picture, with the weights where the page does not have them yet. */
  async trace(pixels: Pixels, moment: Moment | null): Promise<Result<Trace>> {
    return this.withNetwork(async (present) => {
      const { state, version } = this.engine.network;
      if (!moment) return this.traceModel(present, state, pixels, `now ${version}`, version);
      const past = await this.engine.past.at(moment, present.pipeline);
      await this.engine.clear();
      if (!past.ok) return past;
      return this.traceModel(past.value.model, past.value.state, pixels, `${moment.run} ${moment.epoch}`);
    });
  }

  /** The stages that the small weights of an epoch answer, with those weights. */
  async glance(pixels: Pixels, moment: Moment): Promise<Result<Trace>> {
    return this.withNetwork(async (present) => {
      const past = await this.engine.past.glanceAt(moment, present.pipeline);
      await this.engine.clear();
      if (!past.ok) return past;
      const { model, state } = past.value;
      return this.traced(model, state, pixels, model.weights());
    });
  }

  private async withNetwork<T>(work: (present: Model) => Promise<Result<T>>): Promise<Result<T>> {
    await this.engine.settled();
    return this.engine.compute(async () => {
      const { model } = this.engine.network;
      return model ? work(model) : fail(NO_NETWORK);
    });
  }

  /** The changed copy of the network. The page knows its weights. */
  traceVariant(pixels: Pixels): Promise<Result<Trace>> {
    return this.engine.compute(async () => {
      const model = this.engine.variant.model;
      if (!model.ok) return model;
      return this.traced(model.value, this.engine.network.state, pixels, Promise.resolve({}));
    });
  }

  /** What is shown of the changed copy. */
  frameVariant(pixels: Pixels, shown: Shown): Promise<Result<readonly StageTrace[]>> {
    return this.engine.compute(async () => {
      const model = this.engine.variant.model;
      if (!model.ok) return model;
      const problem = misfit(model.value, pixels);
      if (problem) return problem;
      const stages = await traceShown(model.value, pixels, shown);
      return transfer(ok(stages), buffersOf({ stages }));
    });
  }

  /** `name` tells the weights apart that the page has from others: it is not sent the same megabytes again. */
  private async traceModel(
    model: Model,
    state: NetworkState,
    pixels: Pixels,
    name: string,
    version?: number,
  ): Promise<Result<Trace>> {
    const weights = this.sent === name ? Promise.resolve({}) : model.weights();
    const trace = await this.traced(model, state, pixels, weights, version);
    if (trace.ok) this.sent = name;
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
}

/** What is wrong with a picture that has more or fewer values than the network takes. */
function misfit(model: Model, pixels: Pixels) {
  const expected = size(model.pipeline.architecture.input);
  return pixels.length === expected ? null : fail(words.pictureSize({ values: pixels.length, expected }));
}
