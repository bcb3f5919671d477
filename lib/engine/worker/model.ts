import * as tf from '@tensorflow/tfjs-core';
import { entriesOf } from '@/lib/kinds/parts/weights';
import type { ByParameter, ParameterName, Weights } from '@/lib/kinds/types';
import { checkWeights } from '@/lib/network/check-weights';
import { type Pipeline, type Stage, stageOf } from '@/lib/network/pipeline';
import type { NetworkState } from '@/lib/network/run';
import type { WeightSet } from '@/lib/network/weights';
import { ok, type Result } from '@/lib/result';
import type { LayerOutput } from '../kinds/types';
import { type Mode, type Walk, walk } from '../kinds/walk';
import { ownValues, valuesIn } from './own-values';
import type { Place } from './state-memory';

/** A layer's parameters on the backend. */
export type LayerVariables = ByParameter<tf.Variable>;

/** The value of a measured parameter after a step. */
export interface MeasuredParameter {
  readonly stage: string;
  readonly name: ParameterName;
  readonly value: tf.Tensor;
}

/** One stage's output for a batch: tensors of [images, ...shape] that the caller disposes of. */
export interface StageOutput extends LayerOutput {
  readonly stage: Stage;
}

/** A network that computes. */
export interface FoundModel {
  readonly model: Model;
  readonly state: NetworkState;
  /** Identifies its weights; undefined where they come from the page. */
  readonly name?: string;
  /** For the engine's own network: its version. */
  readonly version?: number;
  /** Its weights as the page sent them, where these are in shared memory and still the same. */
  readonly sent?: WeightSet | null;
}

async function read(layer: LayerVariables, place?: Place): Promise<Weights> {
  const read = entriesOf(layer).map(async ([name, variable]) => {
    const values = await (place ? valuesIn(variable, place) : ownValues(variable));
    return [name, { shape: variable.shape, values }] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

/**
 * A pipeline's network on the current backend. Its variables are named `<stage>/<parameter>`, and no two
 * existing ones may have the same name. It may lack the weights of later layers; then only the stages before
 * them run.
 */
export class Model {
  private readonly learned = new Map<string, LayerVariables>();

  /** `prefix` separates the names of this model's variables from those of another. */
  constructor(
    readonly pipeline: Pipeline,
    private readonly prefix = '',
  ) {}

  /**
   * The stages that can be computed with the loaded weights: all, or those before the first layer without.
   */
  get ready(): readonly Stage[] {
    const stages = this.pipeline.stages;
    const missing = stages.findIndex((stage) => stage.weights !== null && !this.learned.has(stage.id));
    return missing < 0 ? stages : stages.slice(0, missing);
  }

  /** Whether every layer has its weights. */
  get complete(): boolean {
    return this.ready.length === this.pipeline.stages.length;
  }

  /** The trainable variables, in the order of the stages, kernel before bias. */
  get variables(): readonly tf.Variable[] {
    return this.all.filter(({ trainable }) => trainable);
  }

  /** The trainable variables outside these stages. */
  variablesBut(frozen: readonly string[] = []): readonly tf.Variable[] {
    const still = new Set(
      frozen.flatMap((id) => entriesOf(this.learned.get(id) ?? {}).map(([, one]) => one)),
    );
    return this.variables.filter((variable) => !still.has(variable));
  }

  private get all(): readonly tf.Variable[] {
    return this.pipeline.stages.flatMap(({ id }) =>
      entriesOf(this.learned.get(id) ?? {}).map(([, variable]) => variable),
    );
  }

  /** The stages whose weights are loaded. */
  get stages(): readonly string[] {
    return [...this.learned.keys()];
  }

  /** The variables of one stage; undefined where it has no parameters, or their values are not loaded yet. */
  layer(id: string): LayerVariables | undefined {
    return this.learned.get(id);
  }

  /** Loads weights of some stages or all. If anything does not fit, nothing is loaded. */
  load(set: WeightSet): Result<WeightSet> {
    const checked = checkWeights(this.pipeline, set);
    if (!checked.ok) return checked;
    for (const [id, weights] of Object.entries(set)) this.assign(id, weights);
    return ok(set);
  }

  /** Loads the layers' measurements of a training step. The caller keeps the tensors. */
  take(measured: readonly MeasuredParameter[]): void {
    for (const { stage, name, value } of measured) this.learned.get(stage)?.[name]?.assign(value);
  }

  private assign(id: string, weights: Weights): void {
    const learned = this.learned.get(id) ?? {};
    const specs = stageOf(this.pipeline, id).weights ?? {};
    tf.tidy(() => {
      const variables = entriesOf(weights).map(([name, { shape, values }]) => {
        const fresh = tf.tensor(values, [...shape]);
        const own = learned[name];
        own?.assign(fresh);
        return [
          name,
          own ?? tf.variable(fresh, specs[name]?.trained, `${this.prefix}${id}/${name}`),
        ] as const;
      });
      this.learned.set(id, Object.fromEntries(variables));
    });
  }

  /** A walk through this model's stages, in training through those of the mode. */
  walk(batch: tf.Tensor, further: Pick<Walk, 'mode'> & Partial<Walk>): LayerOutput {
    const { mode } = further;
    const stages = (mode === 'inference' ? null : mode.stages) ?? this.pipeline.stages;
    const own = { stages, parametersOf: (id: string) => this.learned.get(id) };
    return walk({ ...own, ...further }, batch);
  }

  /**
   * The logits, [images, classes], of a batch of raw images, [images, height, width, channels] in 0..255.
   * The last layer's softmax is left out: the loss and the trace each take it from here.
   * @throws Error when a layer has no weights yet.
   */
  forward(batch: tf.Tensor4D, mode: Mode = 'inference', withoutGradient = false): tf.Tensor2D {
    return tf.tidy(() => {
      const last = this.walk(batch, { mode, withoutGradient });
      return tf.reshape(last.before ?? last.output, [batch.shape[0], -1]);
    });
  }

  /** The same, sooner, where no gradient is taken: layers may go in one pass. */
  score(batch: tf.Tensor4D): tf.Tensor2D {
    return this.forward(batch, 'inference', true);
  }

  /**
   * Every stage's output for a batch of raw images, and the values before its activation; as far as
   * {@link ready} goes.
   */
  forwardAll(batch: tf.Tensor4D): readonly StageOutput[] {
    const outputs: StageOutput[] = [];
    const visit = (stage: Stage, _input: tf.Tensor, answer: LayerOutput) =>
      outputs.push({ stage, ...answer });
    this.walk(batch, { stages: this.ready, mode: 'inference', visit });
    return outputs;
  }

  /** A copy of the weights, of all stages or the named ones, in `place`; all from one moment, even during training. */
  async weights(ids?: readonly string[], place?: Place): Promise<WeightSet> {
    const wanted = [...this.learned].filter(([id]) => !ids || ids.includes(id));
    // Every read is started before the first is awaited: no training step can come between.
    return Object.fromEntries(
      await Promise.all(
        wanted.map(async ([id, layer]): Promise<[string, Weights]> => [id, await read(layer, place)]),
      ),
    );
  }

  /** Disposes of the variables. A lost backend can't free them any more, which does not matter then. */
  dispose(): void {
    for (const variable of this.all) {
      try {
        variable.dispose();
      } catch (error) {
        console.warn(`${variable.name} could not be freed: ${error}`);
      }
    }
    this.learned.clear();
  }
}
