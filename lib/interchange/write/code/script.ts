import { codeOf } from '@/lib/kinds/codes';
import { FILES } from '../names';
import type { WrittenNetwork } from '../network';
import { indented, listOf } from './python';

/** A JavaScript module that builds the network in TensorFlow.js, loads its weights and predicts. */
export function scriptFile({ pipeline }: Pick<WrittenNetwork, 'pipeline'>): string {
  const { architecture, stages } = pipeline;
  const [height, width, channels] = architecture.input;
  const lines = stages.map(({ layer, input }) => `${codeOf(layer, input).tensorflowjs},`);
  return `// The network in TensorFlow.js: builds it, loads its weights and predicts.
//
//   import { load, predict } from './${FILES.scriptCode}';
//   const network = await load();
//   console.log(await predict(network, document.querySelector('img')));
//
// It needs @tensorflow/tfjs. tf.loadLayersModel('${FILES.layersModel}') alone opens the same network as well.
import * as tf from '@tensorflow/tfjs';

export const CLASSES = ${listOf(architecture.classes)};

export function build() {
  return tf.sequential({
    layers: [
${indented(lines.join('\n'), 6)}
    ],
  });
}

export async function load(address = './${FILES.layersModel}') {
  const stored = await tf.loadLayersModel(address);
  const network = build();
  network.setWeights(stored.getWeights());
  return network;
}

/** The probability of each class for an <img>, a <canvas> or ImageData. */
export async function predict(network, image) {
  const probabilities = tf.tidy(() => {
    const pixels = tf.browser.fromPixels(image, ${Math.min(channels, 4)}).toFloat();
    return network.predict(tf.image.resizeBilinear(pixels, [${height}, ${width}]).expandDims(0));
  });
  const values = await probabilities.data();
  probabilities.dispose();
  return Object.fromEntries(CLASSES.map((name, unit) => [name, values[unit]]));
}
`;
}
