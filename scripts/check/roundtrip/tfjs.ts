/** Reads a LayersModel with TensorFlow.js's own layers, where they are installed: the site doesn't need them. */
import * as tf from '@tensorflow/tfjs-core';
import type { WrittenNetwork } from '@/lib/interchange/write/network';
import { asLayersModel } from '@/lib/interchange/write/tfjs';

/** As much of `@tensorflow/tfjs-layers` as is used. */
interface Layers {
  loadLayersModel(handler: tf.io.IOHandler): Promise<{ predict(batch: tf.Tensor): tf.Tensor }>;
}

const isLayers = (found: unknown): found is Layers =>
  typeof found === 'object' && found !== null && 'loadLayersModel' in found;

/** Named by a variable, so that nothing looks for it before it is wanted. */
const PACKAGE = '@tensorflow/tfjs-layers';
const layers: unknown = await import(PACKAGE).catch(() => null);
if (!isLayers(layers)) console.log(`${PACKAGE} is not installed: tf.loadLayersModel is not asked.`);

/** What the network answers to an image when TensorFlow.js opens it; null where its layers aren't installed. */
export async function loadInTfjs(network: WrittenNetwork, image: Float32Array): Promise<Float32Array | null> {
  if (!isLayers(layers)) return null;
  const [model, shard] = asLayersModel(network);
  const { modelTopology, weightsManifest } = JSON.parse(new TextDecoder().decode(model.bytes));
  const handler = tf.io.fromMemory({
    modelTopology,
    weightSpecs: weightsManifest[0].weights,
    weightData: shard.bytes.buffer,
  });
  const opened = await layers.loadLayersModel(handler);
  const [height, width, channels] = network.pipeline.architecture.input;
  const answer = opened.predict(tf.tensor4d(image, [1, height, width, channels]));
  return Float32Array.from(await answer.data());
}
