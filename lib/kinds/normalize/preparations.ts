/** How images are prepared for networks, as layers: a file of weights seldom says what its network was trained on. */
import type { ByParameter, Layer, NormalizeLayer, Parameter } from '../types';

/** The usual ways, in the order in which they are offered. */
export const PREPARATIONS = ['bytes', 'unit', 'signed', 'standard', 'inverted'] as const;
export type UsualPreparation = (typeof PREPARATIONS)[number];

const BYTE = 255;
/** ImageNet's means and deviations, as torchvision documents them. */
const IMAGENET = { means: [0.485, 0.456, 0.406], deviations: [0.229, 0.224, 0.225] };
/** MNIST's, as PyTorch's example of it has them. */
const MNIST = { means: [0.1307], deviations: [0.3081] };

/** A layer that prepares bytes for a network with this many channels; null where the way is not known for that many. */
export type Prepared = Omit<NormalizeLayer, 'id'>;

const LAYERS: Readonly<
  Record<Exclude<UsualPreparation, 'bytes'>, (channels: number) => Omit<Prepared, 'kind' | 'divisor'> | null>
> = {
  unit: () => ({}),
  signed: () => ({ means: [0.5], deviations: [0.5] }),
  standard: (channels) => (channels === 3 ? IMAGENET : channels === 1 ? MNIST : null),
  inverted: () => ({ means: [1], deviations: [-1] }),
};

/**
 * The layer of a way of preparing images. Bytes that stay as they are need none: then it is absent. Null where the way
 * is not known for that many channels.
 */
export function preparingLayer(
  name: UsualPreparation,
  channels: number,
): { readonly layer?: Prepared } | null {
  if (name === 'bytes') return {};
  const line = LAYERS[name](channels);
  return line && { layer: { kind: 'normalize', divisor: BYTE, ...line } };
}

/** Whether a layer rescales images. */
export const rescales = (layer: Layer): layer is NormalizeLayer => layer.kind === 'normalize';

const meanOf = ({ values }: Parameter) => values.reduce((sum, one) => sum + one, 0) / values.length;

/**
 * What the first layer measured of its input in training, compared with what images are after each way: images have a
 * mean of about 0.45 and a deviation of about 0.25 of their full brightness.
 */
export function measuredPreparation({
  movingMean,
  movingVariance,
}: ByParameter<Parameter>): UsualPreparation | null {
  if (!movingMean || !movingVariance) return null;
  const deviation = Math.sqrt(meanOf(movingVariance));
  if (deviation > 8) return 'bytes';
  if (meanOf(movingMean) > 0.25) return 'unit';
  return deviation > 0.75 ? 'standard' : 'signed';
}
