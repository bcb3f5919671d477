import type { EngineEvent } from '@/lib/engine/protocol';
import words from '@/words/state';
import { findPicture } from '../learner/find-picture';
import { learner } from '../learner/learner';
import { conversation, retrace, retraceHeld, say } from './conversation';
import { network, type Timeline } from './network';
import { once } from './once';

export type NetworkEvent = Extract<EngineEvent, { type: 'network' }>;

/** What the network was last heard to be. */
let heard: NetworkEvent | null = null;

/** Which epochs one can go back to. The log of the shipped run is fetched when its network is whole. */
export async function followTimeline(event: NetworkEvent): Promise<void> {
  heard = event;
  const { network: state, log, complete } = event;
  if (network.getState().timeline?.byHand) return;
  if (log) return setTimeline({ run: 'own', epochs: log.epochs, labels: log.labels });
  if (state.origin !== 'shipped') return setTimeline(null);
  if (!complete || network.getState().timeline?.run === 'shipped') return;
  const { loadShippedRun } = await import('@/lib/run/log');
  const shipped = await loadShippedRun();
  const now = network.getState();
  if (!shipped.ok || now.network?.origin !== 'shipped' || now.timeline?.byHand) return;
  const { epochs, labels } = shipped.value;
  setTimeline({ run: 'shipped', epochs, labels });
}

/** Other epochs to go back to. What an address chose or held is looked up when the run it is of is there. */
function setTimeline(timeline: Timeline | null): void {
  const before = network.getState().timeline;
  network.setState({ timeline });
  conversation.tracing?.forget();
  if (timeline?.run === before?.run) return;
  if (learner.getState().epoch !== null) followEpoch();
  if (learner.getState().held !== null) retraceHeld();
}

/** Goes back through this run from now on, also while the network is trained on; null: through the network's own again. */
export function lookAt(timeline: Timeline | null): void {
  setTimeline(timeline && { ...timeline, byHand: true });
  if (!timeline && heard) void followTimeline(heard);
}

/** Another network takes the place of this one: nothing of its past is shown any more. */
export function leavePast(): void {
  learner.getState().travelTo(null);
  learner.getState().hold(null);
  if (network.getState().timeline?.byHand) setTimeline(null);
  conversation.tracing?.forget();
}

/** Shows the epoch that was chosen; one that was not recorded is told, and the network shown as it is now. */
export function followEpoch(): void {
  const { epoch } = learner.getState();
  const { timeline } = network.getState();
  if (epoch !== null && timeline && !timeline.epochs.some((record) => record.epoch === epoch)) {
    say(words.notRecorded({ epoch }));
    learner.getState().travelTo(null);
  } else void retrace();
}

/** Shows the picture that the address names, or says why not and shows the first sample. */
export async function followAddress(): Promise<void> {
  const { picture: id } = learner.getState();
  const shown = network.getState().picture;
  if (shown && shown.id === id) return;
  const found = await findPicture(id);
  if (learner.getState().picture !== id) return;
  if (found.ok) {
    network.setState({ picture: found.value, heldTrace: null });
    retraceHeld();
    return retrace();
  }
  say(found.problem.sentence);
  if (id !== null) learner.setState({ picture: null });
}

/** How long an empty first screen waits for the live trace, which needs a third of the bytes for its first maps. */
const EMPTY_MS = 2500;

/** The first sample's recorded trace where the live one is late or never comes; it gives way to the live one. */
export async function showRecorded(): Promise<void> {
  await once(({ trace, phase }) => trace !== null || phase === 'failed', EMPTY_MS);
  const isEmpty = () => !network.getState().trace && learner.getState().picture === null;
  if (!isEmpty()) return;
  // Few visits need it, so few fetch what reads it.
  const { loadRecordedTrace } = await import('@/lib/engine/runs/recorded');
  const recorded = await loadRecordedTrace(network.getState().pipeline);
  if (recorded && isEmpty()) network.setState({ trace: recorded, weights: recorded.weights });
}
