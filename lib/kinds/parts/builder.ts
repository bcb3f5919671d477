/** What the builder of networks knows of a kind, and what several kinds share of it. */
import { isMap, type Shape } from '@/lib/tensor/tensor';
import words from '@/words/layer-mends';
import type { AveragePoolLayer, Layer, MaxPoolLayer, Padding, Sides } from '../types';
import type { Setting } from './setting';
import { asSides, formatSides, sidesOf } from './sides';

/** A changed layer, or one to insert before it, and the button's words. */
export type LayerMend<L extends Layer = Layer> = { readonly words: string } & (
  | { readonly layer: L }
  | { readonly before: Layer }
);

/** `builder.ts` in a kind's folder implements it; `lib/kinds/outside/builders.ts` lists them. */
export interface BuilderRules<L extends Layer> {
  /** A new layer, with settings that fit most places. */
  readonly fresh: L;
  /** In the order in which a form shows them. */
  readonly settings: readonly Setting<L>[];
  /** The layer with this many units and softmax. Absent for a kind that can't be a network's last layer. */
  asEnd?(layer: L, units: number): L;
  /** The layer with half of its filters or units; null where it has only one. Absent where it has none. */
  halved?(layer: L): LayerMend<L> | null;
  /**
   * What mends a layer with a problem on this input; null where a change of the layer alone doesn't help. Absent where it
   * never does.
   */
  mend?(layer: L, input: Shape): LayerMend<L> | null;
}

export const PADDINGS: readonly Padding[] = ['valid', 'same'];

/** Sides of at least 1 that fit on maps. */
export function fitting(sides: Sides, [height, width]: Shape): Sides {
  const [down, across] = sidesOf(sides);
  const clamped = (side: number, most: number) => Math.max(1, Math.min(Math.floor(side) || 1, most));
  return asSides(clamped(down, height), clamped(across, width ?? 1));
}

/** A pooling with a window that fits on its maps. */
export function mendWindow<L extends MaxPoolLayer | AveragePoolLayer>(
  layer: L,
  input: Shape,
): LayerMend<L> | null {
  if (!isMap(input)) return null;
  const size = fitting(layer.size, input);
  return { layer: { ...layer, size }, words: words.window({ size: formatSides(size) }) };
}
