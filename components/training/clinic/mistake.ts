import type { MeasuredSet } from '@/lib/engine/examine-protocol';

/** An image of a stored set with what a network predicted for it. */
export interface Mistake {
  /** Its place in the stored set. */
  readonly place: number;
  readonly part: MeasuredSet;
  /** Its class, and the predicted one. */
  readonly label: number;
  readonly predicted: number;
  /** Its bytes as the network sees them. */
  readonly pixels: Uint8Array;
}
