/** How a layer is written in other libraries' formats: what the kinds' `export.ts` answer, and what they share. */
import type { Shape } from '@/lib/tensor/tensor';
import type { Activation, Layer, Padding, Sides, Weights } from '../types';
import { LEAK } from './activation';
import { sidesOf } from './sides';
import { paddingAround, type Sliding } from './sliding';

/** A layer in Keras 3: its class in `keras.layers`, and its settings without the name. */
export interface KerasEntry {
  readonly className: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/** A setting of an ONNX node. */
export type OnnxSetting =
  | { readonly int: number }
  | { readonly float: number }
  | { readonly ints: readonly number[] };

/** Numbers that an ONNX file stores, by the name of the parameter or setting they are. */
export interface OnnxStored {
  readonly name: string;
  /** None for a single number. */
  readonly dims: readonly number[];
  readonly values: Float32Array | BigInt64Array;
}

/** A node of an ONNX chain: its first input is what flows, the others are stored. */
export interface OnnxNode {
  readonly operator: string;
  readonly settings?: Readonly<Record<string, OnnxSetting>>;
  readonly stored?: readonly OnnxStored[];
}

/** Writes layers of a kind. `export.ts` in the kind's folder; `lib/kinds/outside/exports.ts` lists them. */
export interface LayerExport<L extends Layer> {
  keras(layer: L, input: Shape): KerasEntry;
  /**
   * The nodes, of ONNX's operators in version 13. Maps flow as batch x channels x height x width, vectors as batch x
   * values in our order.
   * @throws Error when weights are missing where the layer has some.
   */
  onnx(layer: L, input: Shape, weights: Weights): readonly OnnxNode[];
  /**
   * A function in Python with NumPy, `name(x, layer, weights)`: the layer's output from its input (channels last, without
   * the batch), its description and its weights. It may call the helpers of `lib/interchange/write/numpy/check.ts`.
   */
  readonly numpy: string;
}

/** Height and width as a list. */
export const pair = (sides: Sides): readonly number[] => [...sidesOf(sides)];

/** How Keras sets a sliding window, apart from its size. */
export const kerasSliding = ({
  stride,
  padding,
}: {
  readonly stride: number;
  readonly padding: Padding;
}) => ({
  strides: [stride, stride],
  padding,
  data_format: 'channels_last',
});

/** How ONNX sets a sliding window: each side's padding is counted out, because "same" has gone out of use there. */
export function onnxSliding(
  sliding: Sliding,
  input: readonly [number, number, ...rest: readonly number[]],
): Readonly<Record<string, OnnxSetting>> {
  const { rows, columns } = paddingAround(sliding, input);
  return {
    kernel_shape: { ints: pair(sliding.size) },
    strides: { ints: [sliding.stride, sliding.stride] },
    pads: { ints: [rows.before, columns.before, rows.after, columns.after] },
  };
}

const OPERATORS: Readonly<Record<Exclude<Activation, 'linear' | 'leakyRelu'>, OnnxNode>> = {
  relu: { operator: 'Relu' },
  sigmoid: { operator: 'Sigmoid' },
  tanh: { operator: 'Tanh' },
  // The channels are the second axis, of maps and of vectors.
  softmax: { operator: 'Softmax', settings: { axis: { int: 1 } } },
};

/** The node of an activation; none for a linear one. */
export function onnxActivation(activation: Activation, slope = LEAK): readonly OnnxNode[] {
  if (activation === 'linear') return [];
  if (activation === 'leakyRelu') return [{ operator: 'LeakyRelu', settings: { alpha: { float: slope } } }];
  return [OPERATORS[activation]];
}
