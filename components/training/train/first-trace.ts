import type { Trace } from '@/lib/network/trace';
import { type TraceView, traceStore } from '@/lib/store/trace/trace';

/** Whether a trace belongs to the run of the one before it: a run only goes forward. */
const goesOn = (before: Trace, now: Trace): boolean =>
  now.network.seed === before.network.seed &&
  now.network.step >= before.network.step &&
  now.network.origin !== 'shipped' &&
  now.network.origin !== 'opened';

/**
 * Follows the present network, and keeps the first trace of each image in its run: what the network is compared with
 * while it learns. It is taken from what was really computed, so an image that was chosen on the way is compared with
 * the step of its first trace.
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

// It must go on looking while the learner reads other pages.
const firstOf = followFirstTraces();

/** The first trace of the chosen image in this run; null while the shipped network is shown. */
export const firstTrace = ({ image }: TraceView): Trace | null => image && firstOf(image.id);
