/** Every message for code in “Try it”. */
import { formatDuration, formatShape } from '@/lib/format/format';
import words from '@/words/try-it-answers';

const list = (names: readonly string[]): string => names.join(', ');
/** Stands for a function in printed values. */
export const A_FUNCTION = words.aFunction();
/** Stands for something that can't be printed. */
export const AN_OBJECT = words.anObject();

/** Parts of TensorFlow.js that this page does not support. */
const ELSEWHERE = [
  'conv1d',
  'depthwiseConv2d',
  'globalMaxPooling2d',
  'layerNormalization',
  'separableConv2d',
  'upSampling2d',
];
export function noSuchLayer(name: string, known: readonly string[]): string {
  const short = name.slice(0, 40);
  const meant = known.find((one) => one.toLowerCase() === name.toLowerCase());
  if (meant) return words.misspelt({ name: short, meant });
  return ELSEWHERE.includes(name)
    ? words.elsewhere({ name: short, known: list(known) })
    : words.noSuchLayer({ name: short, known: list(known) });
}
export const noSuchFunction = (name: string): string => words.noSuchFunction({ name: name.slice(0, 40) });
export const noSuchMethod = (name: string): string => words.noSuchMethod({ name: name.slice(0, 40) });
export const noLayer = words.noLayer();
export const addedTwice = words.addedTwice();
export const secondModel = words.secondModel();
export const tooManyLayers = (most: number): string => words.tooManyLayers({ most });
export const unknownCall = words.unknownCall();

export const noModel = words.noModel();
export const noLayers = words.noLayers();
export const noInputShape = (input: readonly number[]): string =>
  words.noInputShape({ example: `inputShape: [${input.join(', ')}]` });
export const otherInput = (written: readonly number[], input: readonly number[]): string =>
  words.otherInput({ input: formatShape(input), given: formatShape(written) });

export const tooLong = (most: number): string => words.tooLong({ most });
export const imports = words.imports();
export const unreadable = (reason: string): string => words.unreadable({ reason });
export const ranOn = (milliseconds: number): string => words.ranOn({ time: formatDuration(milliseconds) });
export const tooMuchMemory = words.tooMuchMemory();
export const endlessCalls = words.endlessCalls();
export const tooDeep = words.tooDeep();
export const threw = (value: string): string => words.threw({ value: value.slice(0, 200) });
export const threwWithoutMessage = (name: string): string =>
  words.threwWithoutMessage({ name: name.slice(0, 40) });
export const cannotStart = words.cannotStart();
export const failed = words.failed();

/** Globals of browser pages that this code does not have. */
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
  return OUTSIDE.has(name) ? words.outside({ name }) : words.notDefined({ name: name.slice(0, 40) });
}
