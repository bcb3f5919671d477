import type { Trace, WeightSet } from '@/lib/engine/protocol';
import { type NetworkView, network } from '@/lib/state/network';

/** The network before its first step, as it was seen: what it is compared with while it learns. */
export interface StartSnapshot {
  readonly seed: number;
  readonly weights: WeightSet;
  /** Its trace of the picture that is chosen now; null when that picture was not looked at before the first step. */
  readonly trace: Trace | null;
}

let seed: number | null = null;
let weights: WeightSet = {};
const traces = new Map<string, Trace>();
let snapshot: StartSnapshot | null = null;

function forget() {
  seed = null;
  weights = {};
  traces.clear();
}

/** The weights and the trace stand for the same network only when the trace says so. */
function look({ network: now, picture, trace, weights: present }: NetworkView): void {
  if (!now || now.origin === 'shipped' || now.origin === 'opened') forget();
  else if (now.step === 0 && trace?.network.origin === 'initial' && trace.network.seed === now.seed) {
    if (seed !== now.seed) forget();
    seed = now.seed;
    weights = present;
    if (picture) traces.set(picture.id, trace);
  } else if (now.seed !== seed) forget();
  const trace0 = picture ? (traces.get(picture.id) ?? null) : null;
  if (seed === null) snapshot = null;
  else if (snapshot?.seed !== seed || snapshot.weights !== weights || snapshot.trace !== trace0)
    snapshot = { seed, weights, trace: trace0 };
}

look(network.getState());
// It must go on looking while the learner reads other pages.
network.subscribe(look);

/** Null while the shipped network is shown, or when training began before anyone looked. */
export const startSnapshot = (): StartSnapshot | null => snapshot;
