import type { ColourRange } from '@/lib/format/colour-maps';
import type { Layer, Term } from '@/lib/kinds/types';
import type { TracedExplanation } from '@/lib/provenance/explain';
import type { MapShape } from '@/lib/tensor/tensor';

/** Pointer and click handlers of a drawing. */
export interface Hands {
  onChannel(channel: number): void;
  onPoint(term: Term | null): void;
  onFollow(term: Term): void;
  /** Opens a place on the maps that a dense layer reads. */
  onPlace(position: number): void;
}

/** The props of the drawing of any kind of layer. */
export interface DrawingProps extends Hands {
  readonly explanation: TracedExplanation;
  readonly layer: Layer;
  /** The shape of the maps that the terms read; null behind a dense layer. */
  readonly maps: MapShape | null;
  /** The colour range of all inputs. */
  readonly range: ColourRange;
  /** The channel that is read and displayed. */
  readonly channel: number;
  readonly pointed: Term | null;
  nameOf(channel: number): string;
}
