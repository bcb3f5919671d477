import { formatShape } from '@/lib/format/format';
import type { Pipeline } from '@/lib/network/pipeline';
import { FILES } from './names';

/** What each file is. Those of a folder share a line. */
const ABOUT: readonly (readonly [name: string, about: string])[] = [
  [
    FILES.weights,
    'The weights as safetensors, with the architecture as JSON in the metadata. Pipeline Tracer opens it again.',
  ],
  [FILES.keras, 'The network for Keras 3: keras.models.load_model("network.keras").'],
  [
    FILES.onnx,
    'The network as ONNX (operators of version 13). It takes batches of images channels last, and gives probabilities.',
  ],
  ['tfjs/', 'The network for TensorFlow.js: tf.loadLayersModel(".../tfjs/model.json").'],
  [FILES.kerasCode, 'Builds the network in Keras, loads the weights and predicts an image.'],
  [FILES.pytorchCode, 'The same in PyTorch.'],
  [FILES.scriptCode, 'The same in TensorFlow.js.'],
  [FILES.notebook, 'A Jupyter notebook in which the network goes on training, on one GPU or on several.'],
  [FILES.stages, 'Every stage of the chosen image, as arrays of NumPy, channels last.'],
  [
    FILES.check,
    'Computes these stages again from the weights, in NumPy alone, and compares: python check.py',
  ],
  [FILES.csv, 'The run: a row for each epoch.'],
  [`${FILES.events}/`, 'The run for TensorBoard: tensorboard --logdir tensorboard'],
];

const isOf = (file: string, name: string) => (name.endsWith('/') ? file.startsWith(name) : file === name);

/** The text that says what the files are; in English, as the code is. */
export function readme({ architecture, stages, parameters }: Pipeline, files: readonly string[]): string {
  const { name, input, classes } = architecture;
  const listed = ABOUT.filter(([one]) => files.some((file) => isOf(file, one)));
  const width = Math.max(...listed.map(([one]) => one.length));
  return `${name}

A network of ${stages.length - 1} layers with ${parameters} parameters, taken home from Pipeline Tracer.
It takes images of ${formatShape(input)} (height, width, channels) and tells ${classes.length} classes apart:
${classes.join(', ')}.

${listed.map(([one, about]) => `${one.padEnd(width)}  ${about}`).join('\n')}

PyTorch unrolls maps channel by channel, all others here place by place. network_pytorch.py therefore brings the
rows of the kernel behind a flatten into its order; check.py shows that this is right, and with
--without-permutation what happens else.
`;
}
