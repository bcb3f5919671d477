/*
 * The chosen image and its traces through the engine's networks. Written only here: `tracing.ts` passes on
 * the engine's responses, the session the chosen image. The trace of a network that is only shown
 * temporarily, such as an edited copy, is not in this store: its page supplies it to what it shows
 * (components/state/traced.ts).
 */
import type { InputImage } from '@/lib/data/input-image';
import type { Trace } from '@/lib/network/trace';
import { ownedStore } from '../owned-store';

export interface TraceView {
  readonly image: InputImage | null;
  /** Its newest trace through the current network; during training it follows the weights. */
  readonly present: Trace | null;
  /** Its trace through the selected recorded epoch; null while the current network is shown. */
  readonly past: Trace | null;
  /** Its trace through the pinned epoch. Null: none is pinned, or it has not been computed yet. */
  readonly pinned: Trace | null;
}

const [traceStore, write] = ownedStore<TraceView>({ image: null, present: null, past: null, pinned: null });

export { traceStore };

/** A different network: neither image nor traces of the previous one are shown any more. */
export const clearTraces = (): void => write({ image: null, present: null, past: null, pinned: null });

/** The trace of the displayed network: of the selected epoch, or else of the current one. */
export const lookedAt = ({ past, present }: TraceView): Trace | null => past ?? present;

/** A different image was chosen. The previous traces are shown until its own arrive. */
export const showImage = (image: InputImage): void => write({ image, pinned: null });

/** The current network is selected, and this is its trace. */
export const showPresent = (present: Trace | null): void => write({ present, past: null });

/** An epoch is selected, and this is its trace. */
export const showPast = (past: Trace): void => write({ past });

/** The trace of the pinned epoch; null until it is computed, and where none is pinned. */
export const showPinned = (pinned: Trace | null): void => write({ pinned });
