/** Computes an opened network in the engine, for `npm run check:import`. */
import * as tf from '@tensorflow/tfjs-core';
import { expose } from 'comlink';
import { startWasm } from '@/lib/engine/backends/wasm-backend';
import { Model } from '@/lib/engine/worker/model';
import type { Parameter, ParameterName } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import { buildPipeline } from '@/lib/network/build-pipeline';
import { gatherParameters } from '@/lib/network/weights';
import { must } from '@/lib/result';

/** A parameter as JSON takes it, by its full name. */
export type SentParameter = readonly [
  name: `${string}/${ParameterName}`,
  shape: readonly number[],
  values: readonly number[],
];

/** What every layer puts out for an image of numbers as its first layer takes them. */
export interface Computed {
  readonly stage: string;
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

/** All layers' values for each image, [height, width, channels] numbers each. */
async function compute(
  architecture: Architecture,
  parameters: readonly SentParameter[],
  images: readonly (readonly number[])[],
): Promise<readonly (readonly Computed[])[]> {
  await startWasm(false);
  const model = new Model(must(buildPipeline(architecture)), 'import/');
  const named = parameters.map(([name, shape, values]): [string, Parameter] => [
    name,
    { shape, values: Float32Array.from(values) },
  ]);
  must(model.load(gatherParameters(named)));
  const [height, width, channels] = architecture.input;
  const computed: (readonly Computed[])[] = [];
  for (const image of images) {
    const outputs = tf.tidy(() => {
      const batch = tf.tensor4d(Float32Array.from(image), [1, height, width, channels]);
      return model
        .forwardAll(batch)
        .map(({ stage, output }) => ({ stage: stage.id, output: output.clone() }));
    });
    const read = outputs.map(async ({ stage, output }): Promise<Computed> => {
      return { stage, shape: output.shape.slice(1), values: Array.from(await output.data()) };
    });
    computed.push(await Promise.all(read));
    for (const { output } of outputs) output.dispose();
  }
  model.dispose();
  return computed;
}

expose({ compute });
