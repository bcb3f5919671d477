/*
 * The chosen image and what the engine's networks make of it. Written here alone: `tracing.ts` hands on what it was
 * answered, the session which image was chosen. A network that is only looked at beside the engine's own, such as a
 * changed copy, has no place here: its page supplies its trace to what it shows (components/state/traced.ts).
 */
import type { InputImage } from '@/lib/data/input-image';
import type { Trace } from '@/lib/network/trace';
import { ownedStore } from '../owned-store';

export interface TraceView {
  readonly image: InputImage | null;
  /** Its newest trace through the present network; while that trains, the trace follows the weights. */
  readonly present: Trace | null;
  /** Through the network of the recorded epoch that is looked back at; null as long as the present one is shown. */
  readonly past: Trace | null;
  /** Through the network of the epoch that is pinned beside it. Null: none is, or it has not been computed yet. */
  readonly pinned: Trace | null;
}

const [traceStore, write] = ownedStore<TraceView>({ image: null, present: null, past: null, pinned: null });

export { traceStore };

/** The trace of the network that is looked at: of the epoch that one went back to, or else of the present. */
export const lookedAt = ({ past, present }: TraceView): Trace | null => past ?? present;

/** Another image was chosen. What the networks made of the one before is shown until its traces come. */
export const showImage = (image: InputImage): void => write({ image, pinned: null });

/** The present network is looked at, and this is its trace. */
export const showPresent = (present: Trace | null): void => write({ present, past: null });

/** An epoch is looked back at, and this is its trace. */
export const showPast = (past: Trace): void => write({ past });

/** The trace of the epoch that is pinned; null where it is still to be computed, and where none is pinned. */
export const showPinned = (pinned: Trace | null): void => write({ pinned });
