/** Every sentence that code in “Try it” can be answered with. */
import { formatDuration, formatShape } from '@/lib/format/format';

const list = (names: readonly string[]): string => names.join(', ');
const shown = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 60);

export const noOptions = (call: string): string => `${call} takes its options in braces: ${call}({ … }).`;
export const unknownOption = (call: string, option: string, options: readonly string[]): string =>
  `${call} takes no “${option.slice(0, 40)}” here. It takes: ${list(options)}.`;
export const missingOption = (call: string, option: string): string => `${call} needs “${option}”.`;
export const wrongOption = (call: string, option: string, expected: string, value: unknown): string =>
  `“${option}” of ${call} must be ${expected}, not ${shown(value)}.`;

/** What TensorFlow.js has and this page does not compute. */
const ELSEWHERE = [
  'activation',
  'averagePooling2d',
  'batchNormalization',
  'conv1d',
  'depthwiseConv2d',
  'dropout',
  'globalAveragePooling2d',
  'separableConv2d',
];
export function noSuchLayer(name: string, known: readonly string[]): string {
  const short = name.slice(0, 40);
  const meant = known.find((one) => one.toLowerCase() === name.toLowerCase());
  if (meant) return `There is no tf.layers.${short}; it is spelt tf.layers.${meant}.`;
  return ELSEWHERE.includes(name)
    ? `TensorFlow.js has a tf.layers.${short}, but this page does not compute it. It knows: ${list(known)}.`
    : `There is no tf.layers.${short}. This page knows: ${list(known)}.`;
}
export const noSuchFunction = (name: string): string =>
  `This page has no tf.${name.slice(0, 40)}. It has tf.sequential and tf.layers.`;
export const noSuchMethod = (name: string): string =>
  `Here a model can only add layers; there is no model.${name.slice(0, 40)}. The page works out the rest itself.`;
export const noLayer = 'model.add takes a layer, such as tf.layers.flatten().';
export const addedTwice = 'This layer is in the network already. Make another one for this place.';
export const secondModel = 'tf.sequential() was called before: the page shows one network at a time.';
export const tooManyLayers = (most: number): string =>
  `The code makes more than ${most} layers, so it was stopped here.`;
export const strangeWish = 'The page does not understand this call.';

export const noModel = 'The code makes no network. It begins with: const model = tf.sequential();';
export const noLayers = 'The network has no layers yet. Add one: model.add(tf.layers.…);';
export const noInputShape = (input: readonly number[]): string =>
  `The first layer must say what comes in: inputShape: [${input.join(', ')}].`;
export const otherInput = (given: readonly number[], input: readonly number[]): string =>
  `The pictures of this page are ${formatShape(input)}, not ${formatShape(given)}.`;

export const tooLong = (most: number): string =>
  `The code is longer than ${most} characters, so it was not run.`;
export const imports =
  'Nothing can be imported or exported here: the code reaches no other file and no network. TensorFlow.js is there as tf.';
export const unreadable = (reason: string): string => `This is no JavaScript as it stands: ${reason}.`;
export const ranOn = (milliseconds: number): string =>
  `The code did not come to an end within ${formatDuration(milliseconds)}, so it was stopped. Does every loop end?`;
export const tooMuchMemory = 'The code took more memory than it may have, so it was stopped.';
export const endlessCalls =
  'A function calls itself again and again without an end, so the code was stopped.';
export const threw = (value: string): string => `The code threw: ${value.slice(0, 200)}`;
export const cannotStart =
  'The place where the code runs could not be started in this browser. The rest of the site works without it.';
export const brokeOff =
  'The place where the code ran broke down, and was set up anew. Nothing of yours is lost.';

/** What pages of a browser have, and this code has not. */
const OUTSIDE = new Set([
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'Worker',
  'SharedWorker',
  'importScripts',
  'postMessage',
  'window',
  'self',
  'top',
  'parent',
  'document',
  'location',
  'navigator',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'caches',
  'require',
  'process',
  'setTimeout',
  'setInterval',
  'alert',
]);
export function notDefined(name: string): string {
  return OUTSIDE.has(name)
    ? `There is no “${name}” here: the code reaches neither the network nor the page. It has tf, console and JavaScript itself.`
    : `“${name.slice(0, 40)}” is not defined. Is it spelt as where it was made?`;
}
