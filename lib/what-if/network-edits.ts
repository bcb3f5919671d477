/** Changes to a network's weights and layers, as data. */

import { withoutRelu } from '@/lib/kinds/parts/relu';
import type { WeightPlace, Weights } from '@/lib/kinds/types';
import type { Architecture } from '@/lib/network/architecture';
import type { WeightSet } from '@/lib/network/weights';

export const PRESETS = ['identity', 'blur', 'sharpen', 'vertical edge', 'horizontal edge'] as const;
export type Preset = (typeof PRESETS)[number];

export type NetworkEdit =
  /** One weight or bias gets a new value. */
  | { readonly kind: 'weight'; readonly stage: string; readonly place: WeightPlace; readonly value: number }
  /** All weights of a filter are replaced by a well-known kernel, the same for every input channel. */
  | { readonly kind: 'filter'; readonly stage: string; readonly filter: number; readonly preset: Preset }
  /** A filter or unit outputs 0 everywhere: all its weights and its bias are 0. */
  | { readonly kind: 'off'; readonly stage: string; readonly channel: number }
  /** The stage's ReLU passes all values. */
  | { readonly kind: 'linear'; readonly stage: string };

export interface EditedNetwork {
  readonly architecture: Architecture;
  /** Stages without an edit keep their original objects. */
  readonly weights: WeightSet;
}

/**
 * A network after some edits. Everything that an edit refers to has to exist; the originals are not changed.
 */
export function editNetwork(
  architecture: Architecture,
  weights: WeightSet,
  edits: readonly NetworkEdit[],
): EditedNetwork {
  let layers = architecture;
  const changed: Record<string, Weights> = { ...weights };
  for (const edit of edits) {
    if (edit.kind === 'linear') layers = withLinear(layers, edit.stage);
    else changed[edit.stage] = editWeights(changed[edit.stage], edit);
  }
  return { architecture: layers, weights: changed };
}

function withLinear(architecture: Architecture, stage: string): Architecture {
  const layers = architecture.layers.map((layer) => (layer.id === stage ? withoutRelu(layer) : layer));
  return { ...architecture, layers };
}

type WeightsEdit = Exclude<NetworkEdit, { kind: 'linear' }>;

function editWeights(weights: Weights, edit: WeightsEdit): Weights {
  if (edit.kind === 'weight') {
    const { part, index } = edit.place;
    const parameter = weights[part];
    if (!parameter) return weights;
    const { shape, values } = parameter;
    const at = index.reduce((flat, n, axis) => flat * shape[axis] + n, 0);
    return { ...weights, [part]: { shape, values: values.with(at, edit.value) } };
  }
  const { kernel, bias } = weights;
  if (!kernel) return weights;
  const channels = kernel.shape[kernel.shape.length - 1];
  const chosen = edit.kind === 'off' ? edit.channel : edit.filter;
  const inputs = kernel.shape[kernel.shape.length - 2];
  const pattern = edit.kind === 'filter' ? patternOf(edit.preset, kernel.shape) : null;
  const values = kernel.values.slice();
  for (let at = chosen; at < values.length; at += channels) {
    const place = Math.floor(at / (channels * inputs));
    values[at] = pattern ? pattern[place] / inputs : 0;
  }
  return {
    ...weights,
    kernel: { shape: kernel.shape, values },
    ...(bias && { bias: { shape: bias.shape, values: bias.values.with(chosen, 0) } }),
  };
}

/**
 * The kernel cell that lies on the output's own pixel where padding keeps the size: the middle, or the one
 * before it.
 */
const middleOf = (side: number): number => Math.floor((side - 1) / 2);

/**
 * The kernel of a preset, height x width, row by row. The weights of sharpening add up to 1, those of edges
 * to 0. Where a side is even, the edge lies between its two halves.
 */
export function patternOf(preset: Preset, [height, width]: readonly number[]): Float64Array {
  const all = height * width;
  return Float64Array.from({ length: all }, (_, at) => {
    const [row, column] = [Math.floor(at / width), at % width];
    const centre = row === middleOf(height) && column === middleOf(width);
    switch (preset) {
      case 'identity':
        return centre ? 1 : 0;
      case 'blur':
        return 1 / all;
      case 'sharpen':
        return centre ? 2 - 1 / all : -1 / all;
      case 'vertical edge':
        return Math.sign(column - (width - 1) / 2) / height;
      case 'horizontal edge':
        return Math.sign(row - (height - 1) / 2) / width;
    }
  });
}
