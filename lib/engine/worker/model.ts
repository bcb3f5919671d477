import * as tf from '@tensorflow/tfjs-core';
import type { Weights } from '@/lib/kinds/types';
import { checkWeights } from '@/lib/network/check-weights';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import type { WeightSet } from '@/lib/network/weights';
import { ok, type Result } from '@/lib/result';
import { applyLayer, type LayerOutput } from '../kinds/forward';
import { ownValues } from './own-values';

/** What a layer learns, on the backend. */
export interface LayerVariables {
  readonly kernel: tf.Variable;
  readonly bias: tf.Variable;
}

/** What one stage answered for a batch: tensors of [pictures, ...shape] that the caller disposes of. */
export interface StageOutput extends LayerOutput {
  readonly stage: Stage;
}

async function read({ kernel, bias }: LayerVariables): Promise<Weights> {
  const [kernelValues, biasValues] = await Promise.all([ownValues(kernel), ownValues(bias)]);
  return {
    kernel: { shape: kernel.shape, values: kernelValues },
    bias: { shape: bias.shape, values: biasValues },
  };
}

/**
 * A pipeline's network on the current backend. Its variables are named `<stage>/kernel` and `<stage>/bias`, and no two
 * living ones may have the same name. It may lack the weights of later layers; then only the stages before them run.
 */
export class Model {
  private readonly learned = new Map<string, LayerVariables>();

  /** `prefix` keeps the names of this model's variables apart from those of another. */
  constructor(
    readonly pipeline: Pipeline,
    private readonly prefix = '',
  ) {}

  /** The stages that can be computed with the weights there are: all, or those before the first layer without. */
  get ready(): readonly Stage[] {
    const stages = this.pipeline.stages;
    const missing = stages.findIndex((stage) => stage.weights !== null && !this.learned.has(stage.id));
    return missing < 0 ? stages : stages.slice(0, missing);
  }

  /** Whether every layer has its weights. */
  get complete(): boolean {
    return this.ready.length === this.pipeline.stages.length;
  }

  /** All variables, in the order of the stages, kernel before bias. */
  get variables(): readonly tf.Variable[] {
    return this.pipeline.stages.flatMap(({ id }) => {
      const layer = this.learned.get(id);
      return layer ? [layer.kernel, layer.bias] : [];
    });
  }

  /** The stages whose weights are there. */
  get stages(): readonly string[] {
    return [...this.learned.keys()];
  }

  /** The variables of one stage; undefined where it learns nothing or has no weights yet. */
  layer(id: string): LayerVariables | undefined {
    return this.learned.get(id);
  }

  /** Takes over weights, of some stages or all. Where anything does not fit nothing is taken. */
  load(set: WeightSet): Result<WeightSet> {
    const checked = checkWeights(this.pipeline, set);
    if (!checked.ok) return checked;
    for (const [id, weights] of Object.entries(set)) this.assign(id, weights);
    return ok(set);
  }

  private assign(id: string, { kernel, bias }: Weights): void {
    const held = this.learned.get(id);
    tf.tidy(() => {
      const fresh = {
        kernel: tf.tensor(kernel.values, [...kernel.shape]),
        bias: tf.tensor(bias.values, [...bias.shape]),
      };
      if (held) {
        held.kernel.assign(fresh.kernel);
        held.bias.assign(fresh.bias);
        return;
      }
      this.learned.set(id, {
        kernel: tf.variable(fresh.kernel, true, `${this.prefix}${id}/kernel`),
        bias: tf.variable(fresh.bias, true, `${this.prefix}${id}/bias`),
      });
    });
  }

  /**
   * The logits, [pictures, classes], of a batch of raw pictures, [pictures, height, width, channels] in 0..255.
   * The last layer's softmax is left out: the loss and the trace each take it from here.
   * `beforeLast` may change what the last layer is given: dropout does.
   * @throws Error when a layer has no weights yet.
   */
  forward(batch: tf.Tensor4D, beforeLast?: (values: tf.Tensor) => tf.Tensor): tf.Tensor2D {
    return tf.tidy(() => {
      let last: LayerOutput = { output: batch };
      for (const { id, layer } of this.pipeline.stages) {
        const input =
          beforeLast && id === this.pipeline.stages.at(-1)?.id ? beforeLast(last.output) : last.output;
        last = applyLayer(layer, input, this.learned.get(id));
      }
      return tf.reshape(last.before ?? last.output, [batch.shape[0], -1]);
    });
  }

  /** Every stage's output for a batch of raw pictures, and the values before its activation; as far as {@link ready} goes. */
  forwardAll(batch: tf.Tensor4D): readonly StageOutput[] {
    const outputs: StageOutput[] = [];
    let value: tf.Tensor = batch;
    for (const stage of this.ready) {
      const answer = applyLayer(stage.layer, value, this.learned.get(stage.id));
      outputs.push({ stage, ...answer });
      value = answer.output;
    }
    return outputs;
  }

  /** A copy of the weights, of all stages or of those named; all of one moment, also while training goes on. */
  async weights(ids?: readonly string[]): Promise<WeightSet> {
    const wanted = [...this.learned].filter(([id]) => !ids || ids.includes(id));
    // Every read is begun before the first is awaited: no training step can come between.
    return Object.fromEntries(
      await Promise.all(
        wanted.map(async ([id, layer]): Promise<[string, Weights]> => [id, await read(layer)]),
      ),
    );
  }

  /** Lets go of the variables. A backend that is lost can no longer free them, which is no matter then. */
  dispose(): void {
    for (const variable of this.variables) {
      try {
        variable.dispose();
      } catch (error) {
        console.warn(`${variable.name} could not be freed: ${error}`);
      }
    }
    this.learned.clear();
  }
}
