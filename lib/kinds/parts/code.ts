/** Pieces that the lines of code have in common. */
import type { MapShape } from '@/lib/tensor/tensor';
import { paddingAround, type Sliding } from './sliding';

type Options = Readonly<Record<string, string | number | boolean | undefined>>;

const given = (options: Options) =>
  Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));

/** Options that differ from their defaults, as Keras takes them: `, strides=2, activation="relu"`. */
export const kerasOptions = (options: Options): string =>
  given(options)
    .map(([name, value]) => `, ${name}=${inPython(value)}`)
    .join('');

function inPython(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? `"${value}"` : `${value}`;
}

/** The same as TensorFlow.js takes them: `, strides: 2, activation: 'relu'`. */
export const scriptOptions = (options: Options): string =>
  given(options)
    .map(([name, value]) => `, ${name}: ${typeof value === 'string' ? `'${value}'` : value}`)
    .join('');

/**
 * PyTorch pads by the same number of cells on both sides only, and in pooling by half a window at most; where
 * TensorFlow pads otherwise, a layer of padding goes in front. Its four numbers are left, right, top, bottom.
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
