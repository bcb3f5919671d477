/** The page in which the TensorFlow.js code that is taken home runs, as it was printed. */
import * as tf from './tfjs-package';

/** What that code exports. */
interface Printed {
  readonly CLASSES: readonly string[];
  load(address: string): Promise<tf.LayersModel>;
  predict(network: tf.LayersModel, image: ImageData): Promise<Readonly<Record<string, number>>>;
}

const isPrinted = (module: unknown): module is Printed =>
  typeof module === 'object' && module !== null && 'load' in module && 'predict' in module;

/** Addresses, and the image that is sent through. */
export interface Asked {
  readonly code: string;
  readonly model: string;
  /** Height, width and channels. */
  readonly shape: readonly [number, number, number];
  readonly values: readonly number[];
  /** The same image as bytes. */
  readonly bytes: readonly number[];
}

/** What the page computed. */
export interface Ran {
  /** Every layer's output in the network that the code builds and gives its weights. */
  readonly built: readonly (readonly number[])[];
  /** The same in the network that `tf.loadLayersModel` opens. */
  readonly opened: readonly (readonly number[])[];
  /** The code's own answer to the bytes, in the order of its classes. */
  readonly predicted: readonly number[];
}

declare global {
  interface Window {
    runPrinted(asked: Asked): Promise<Ran>;
  }
}

function outputsOf(network: tf.LayersModel, { shape, values }: Asked): readonly (readonly number[])[] {
  const outputs = network.layers.flatMap(({ output }) => output);
  const all = tf.model({ inputs: network.inputs, outputs });
  return tf.tidy(() =>
    [all.predict(tf.tensor4d([...values], [1, ...shape]))].flat().map((output) => [...output.dataSync()]),
  );
}

/** Bytes of one to four channels as a browser has them; the missing ones are empty, alpha is full. */
function imageData({ shape: [height, width, channels], bytes }: Asked): ImageData {
  const image = new ImageData(width, height);
  for (let at = 0; at < height * width; at++)
    for (let channel = 0; channel < 4; channel++)
      image.data[4 * at + channel] = channel < channels ? bytes[at * channels + channel] : 255;
  return image;
}

window.runPrinted = async (asked) => {
  const printed: unknown = await import(asked.code);
  if (!isPrinted(printed)) throw new Error(`${asked.code} lacks load or predict`);
  const network = await printed.load(asked.model);
  const answer = await printed.predict(network, imageData(asked));
  return {
    built: outputsOf(network, asked),
    opened: outputsOf(await tf.loadLayersModel(asked.model), asked),
    predicted: printed.CLASSES.map((name) => answer[name]),
  };
};
