/** What the builder of networks knows of a kind, and what several kinds share of it. */
import type { Shape } from '@/lib/tensor/tensor';
import type { Layer, Padding, Sides } from '../types';
import type { Setting } from './setting';
import { asSides, sidesOf } from './sides';

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
  /**
   * What mends a layer with a problem on this input, besides a change of one of its settings; null where there is nothing.
   * Absent where there never is.
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
