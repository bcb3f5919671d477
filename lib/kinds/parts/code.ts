/** Shared parts of the code lines. */
import type { MapShape } from '@/lib/tensor/tensor';
import type { Sides } from '../types';
import { paddingAround, type Sliding } from './sliding';

type Options = Readonly<Record<string, string | number | boolean | undefined>>;

const written = (options: Options) =>
  Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));

/** Options that differ from their defaults, in Keras syntax: `, strides=2, activation="relu"`. */
export const kerasOptions = (options: Options): string =>
  written(options)
    .map(([name, value]) => `, ${name}=${inPython(value)}`)
    .join('');

function inPython(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? `"${value}"` : `${value}`;
}

/** The same in TensorFlow.js syntax: `, strides: 2, activation: 'relu'`. */
export const scriptOptions = (options: Options): string =>
  written(options)
    .map(([name, value]) => `, ${name}: ${typeof value === 'string' ? `'${value}'` : value}`)
    .join('');

/**
 * PyTorch only pads both sides alike, and in pooling by half a window at most. Where TensorFlow pads
 * differently, a padding layer goes in front. Its four numbers are left, right, top, bottom.
 */
export function pytorchPadding(
  sliding: Sliding,
  input: MapShape,
  filler: '0.0' | 'float("-inf")',
): { readonly layerBefore: string; readonly argument: string } {
  const { rows, columns } = paddingAround(sliding, input);
  const even = rows.before === rows.after && columns.before === columns.after;
  if (even && rows.before === 0 && columns.before === 0) return { layerBefore: '', argument: '' };
  if (even) {
    const both = rows.before === columns.before ? rows.before : `(${rows.before}, ${columns.before})`;
    return { layerBefore: '', argument: `, padding=${both}` };
  }
  const sides = [columns.before, columns.after, rows.before, rows.after].join(', ');
  return { layerBefore: `nn.ConstantPad2d((${sides}), ${filler}), `, argument: '' };
}

/** In Python syntax: `3` or `(2, 3)`. */
export const pythonSides = (sides: Sides): string =>
  typeof sides === 'number' ? `${sides}` : `(${sides.join(', ')})`;

/** In JavaScript syntax: `3` or `[2, 3]`. */
export const scriptSides = (sides: Sides): string =>
  typeof sides === 'number' ? `${sides}` : `[${sides.join(', ')}]`;

/**
 * The module that PyTorch needs after the layer; in the other libraries the activation is an option of the
 * layer.
 */
export const PYTORCH_ACTIVATION: Readonly<Record<'linear' | 'relu' | 'softmax', string>> = {
  linear: '',
  relu: ', nn.ReLU()',
  softmax: ', nn.Softmax(dim=1)',
};
