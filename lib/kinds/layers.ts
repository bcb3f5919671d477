/** All layers, as plain data. */

export type Activation = 'linear' | 'relu' | 'leakyRelu' | 'sigmoid' | 'tanh' | 'softmax';
export type Padding = 'valid' | 'same';

/** The sides of a window in cells: one number for a square one, otherwise height and width. */
export type Sides = number | readonly [height: number, width: number];

/** The image as the network's input; the only stage that computes nothing. */
export interface InputLayer {
  readonly id: string;
  readonly kind: 'input';
}

export interface NormalizeLayer {
  readonly id: string;
  readonly kind: 'normalize';
  /** The divisor of every raw value; 255 maps bytes to 0..1. */
  readonly divisor: number;
  /** What is subtracted then: one number for each channel, or one for all. Absent where nothing is. */
  readonly means?: readonly number[];
  /** What the rest is divided by, likewise; below 0 it inverts the image. */
  readonly deviations?: readonly number[];
}

export interface Conv2dLayer {
  readonly id: string;
  readonly kind: 'conv2d';
  readonly filters: number;
  /** Height and width of the kernel. */
  readonly kernel: Sides;
  readonly stride: number;
  readonly padding: Padding;
  readonly activation: 'linear' | 'relu';
  /** False where no bias is added to the sums, because a later layer shifts them anyway. */
  readonly bias?: boolean;
}

export interface MaxPoolLayer {
  readonly id: string;
  readonly kind: 'maxPool';
  /** Height and width of the window. */
  readonly size: Sides;
  readonly stride: number;
  readonly padding: Padding;
}

export interface FlattenLayer {
  readonly id: string;
  readonly kind: 'flatten';
}

export interface DenseLayer {
  readonly id: string;
  readonly kind: 'dense';
  readonly units: number;
  readonly activation: 'linear' | 'relu' | 'softmax';
  /** False where no bias is added to the sums. */
  readonly bias?: boolean;
}

export interface AveragePoolLayer {
  readonly id: string;
  readonly kind: 'averagePool';
  /** Height and width of the window. */
  readonly size: Sides;
  readonly stride: number;
  readonly padding: Padding;
}

/** Each map becomes one number, its mean. */
export interface GlobalAveragePoolLayer {
  readonly id: string;
  readonly kind: 'globalAveragePool';
}

/** Applies a curve to each value; softmax normalizes the channels of each place together. */
export interface ActivationLayer {
  readonly id: string;
  readonly kind: 'activation';
  readonly activation: Activation;
  /** The factor of a leaky ReLU for values below 0; ignored by the others. */
  readonly slope?: number;
}

export interface BatchNormalizationLayer {
  readonly id: string;
  readonly kind: 'batchNormalization';
  /** Added to the variance to avoid a division by 0. */
  readonly epsilon: number;
  /** The share of the moving mean and variance that each training step keeps, 0 up to 1. */
  readonly momentum: number;
}

export interface DropoutLayer {
  readonly id: string;
  readonly kind: 'dropout';
  /** The probability that a value is set to 0 in training, 0 up to 1. */
  readonly share: number;
}

/** Cells of zeros around each map. */
export interface ZeroPaddingLayer {
  readonly id: string;
  readonly kind: 'zeroPadding';
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export type Layer =
  | InputLayer
  | NormalizeLayer
  | Conv2dLayer
  | MaxPoolLayer
  | AveragePoolLayer
  | GlobalAveragePoolLayer
  | ActivationLayer
  | BatchNormalizationLayer
  | DropoutLayer
  | ZeroPaddingLayer
  | FlattenLayer
  | DenseLayer;
export type LayerKind = Layer['kind'];
export type LayerOf<K extends LayerKind> = Extract<Layer, { readonly kind: K }>;
