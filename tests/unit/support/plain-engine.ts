import type { EngineClient } from '@/lib/engine/client/client';
import type { Architecture } from '@/lib/network/architecture';
import type { CopyHandle, NetworkHandle } from '@/lib/network/handle';
import type { NetworkState } from '@/lib/network/run';
import type { Pixels, Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { ok } from '@/lib/result';
import { frameOf } from '@/lib/what-if/shown';
import { naiveForward } from './naive';

interface Copy {
  readonly architecture: Architecture;
  readonly weights: WeightSet;
}

const NETWORK: NetworkState = { origin: 'trained', seed: 1, epoch: 1, step: 8 };

/** One image through a network, computed in the plainest arithmetic possible. */
export const plainTrace = ({ architecture, weights }: Copy, pixels: Pixels, network = NETWORK): Trace => ({
  stages: naiveForward(architecture, weights, Array.from(pixels)),
  source: 'live',
  complete: true,
  weights,
  network,
  backend: 'cpu',
  milliseconds: 1,
});

/** The part of an engine that holds copies of networks, computed in the plainest arithmetic possible. */
export function plainEngine() {
  const copies = new Map<number, Copy>();
  let count = 0;
  const copyOf = (handle: NetworkHandle) => {
    const copy = 'copy' in handle && copies.get(handle.copy);
    if (!copy) throw new Error('There is no such copy.');
    return copy;
  };
  const engine: Pick<EngineClient, 'newCopy' | 'open' | 'trace' | 'close'> = {
    newCopy: (): CopyHandle => ({ copy: ++count }),
    async open({ handle, architecture, source }) {
      if (!('copy' in handle) || typeof source !== 'object' || !('weights' in source)) throw new Error('?');
      const weights = { ...copies.get(handle.copy)?.weights, ...source.weights };
      copies.set(handle.copy, { architecture, weights });
      return ok(NETWORK);
    },
    async trace(handle, pixels, scope) {
      const trace = plainTrace(copyOf(handle), pixels);
      return ok(typeof scope === 'object' ? { ...trace, stages: frameOf(trace, scope) } : trace);
    },
    async close(closed) {
      if ('copy' in closed) copies.delete(closed.copy);
      return ok(undefined);
    },
  };
  return { engine: engine as EngineClient, copies };
}
