import type { Trace } from '@/lib/network/trace';
import { type TraceView, traceStore } from './trace';

/** Whether a trace belongs to the same run as the one before it: within a run steps only increase. */
const goesOn = (before: Trace, now: Trace): boolean =>
  now.network.seed === before.network.seed &&
  now.network.step >= before.network.step &&
  now.network.origin !== 'shipped' &&
  now.network.origin !== 'opened';

/**
 * Follows the current network, and keeps the first trace of each image in its run, which the network is
 * compared with during training. Only computed traces are used, so an image that was chosen during the run is
 * compared with the step of its first trace.
 */
function followFirstTraces(): (image: string) => Trace | null {
  const first = new Map<string, Trace>();
  let latest: Trace | null = null;
  const look = ({ present: trace, image }: TraceView): void => {
    if (!trace || trace === latest) return;
    if (latest && !goesOn(latest, trace)) first.clear();
    latest = trace;
    const { origin } = trace.network;
    if (!image || !trace.complete || origin === 'shipped' || origin === 'opened') return;
    if (!first.has(image.id)) first.set(image.id, trace);
  };
  look(traceStore.getState());
  traceStore.subscribe(look);
  return (image) => first.get(image) ?? null;
}

// Created here, because it must continue while the learner reads other pages.
const firstOf = followFirstTraces();

/** The first trace of the chosen image in this run; null while the shipped network is shown. */
export const firstTrace = ({ image }: TraceView): Trace | null => image && firstOf(image.id);
