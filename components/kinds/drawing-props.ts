import type { ColourRange } from '@/lib/format/colour-maps';
import type { Layer, Term } from '@/lib/kinds/types';
import type { TracedExplanation } from '@/lib/provenance/explain';
import type { MapShape } from '@/lib/tensor/tensor';

/** What can be pointed at and asked for in a drawing. */
export interface Hands {
  onChannel(channel: number): void;
  onPoint(term: Term | null): void;
  onFollow(term: Term): void;
  /** A place on the maps that a dense layer reads is asked for. */
  onPlace(position: number): void;
}

/** What the drawing of one kind of layer is given. */
export interface DrawingProps extends Hands {
  readonly explanation: TracedExplanation;
  readonly layer: Layer;
  /** What the terms read; null behind a dense layer. */
  readonly maps: MapShape | null;
  /** The range of all that is read. */
  readonly range: ColourRange;
  /** The channel that is read and looked at. */
  readonly channel: number;
  readonly pointed: Term | null;
  nameOf(channel: number): string;
}
