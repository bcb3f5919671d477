import type { Layer } from '@/lib/kinds/types';
import type { MapShape } from '@/lib/tensor/tensor';

/** A network as plain data. Everything else (shapes, counts, lessons, code) is computed from it. */
export interface Architecture {
  readonly name: string;
  readonly input: MapShape;
  /** The first layer is the input, the last a dense layer with one unit per class. */
  readonly layers: readonly Layer[];
  readonly classes: readonly string[];
}
