import type { EngineEvent } from '@/lib/engine/protocol';
import words from '@/words/state';
import { engineStore } from '../engine/engine';
import { until } from '../engine/until';
import { findImage } from '../learner/find-image';
import { learner } from '../learner/learner';
import { notify } from '../page/notices';
import { chooseRun, type RunsView, runsStore, setOwnRun, timelineOf } from '../runs/runs';
import { subjectStore } from '../subject/subject';
import { lookedAt, showImage, showPresent, traceStore } from '../trace/trace';
import { tracing } from '../trace/tracing';

export type NetworkEvent = Extract<EngineEvent, { type: 'network' }>;

/** Which epochs one can go back to. The log of the shipped run is fetched when its network is whole. */
export async function followTimeline({ network, log, complete }: NetworkEvent): Promise<void> {
  if (log) return setOwnRun({ run: 'own', epochs: log.epochs, labels: log.labels });
  if (network.origin !== 'shipped') return setOwnRun(null);
  if (!complete || runsStore.getState().own?.run === 'shipped') return;
  const { loadShippedRun } = await import('@/lib/run/log');
  const shipped = await loadShippedRun(subjectStore.getState().subject.shipped);
  if (!shipped.ok || subjectStore.getState().network?.origin !== 'shipped') return;
  const { epochs, labels } = shipped.value;
  setOwnRun({ run: 'shipped', epochs, labels });
}

/** Other epochs to go back to. What an address chose or pinned is looked up when the run it is of is there. */
export function followRuns(now: RunsView, before: RunsView): void {
  const [timeline, last] = [timelineOf(now), timelineOf(before)];
  if (timeline === last) return;
  tracing.forget();
  if (timeline?.run === last?.run) return;
  if (learner.getState().epoch !== null) followEpoch();
  if (learner.getState().pinned !== null) void tracing.showPinned();
}

/** Another network takes the place of this one: nothing of its past is shown any more. */
export function leavePast(): void {
  learner.getState().travelTo(null);
  learner.getState().pin(null);
  chooseRun(null);
  tracing.forget();
}

/** Shows the epoch that was chosen; one that was not recorded is reported, and the network shown as it is now. */
export function followEpoch(): void {
  const { epoch } = learner.getState();
  const timeline = timelineOf(runsStore.getState());
  if (epoch !== null && timeline && !timeline.epochs.some((record) => record.epoch === epoch)) {
    notify(words.notRecorded({ epoch }));
    learner.getState().travelTo(null);
  } else void tracing.show();
}

/** Shows the image that the address names, or says why not and shows the first sample. */
export async function followAddress(): Promise<void> {
  const { image: id } = learner.getState();
  const shown = traceStore.getState().image;
  if (shown && shown.id === id) return;
  const found = await findImage(id);
  if (learner.getState().image !== id) return;
  if (found.ok) {
    showImage(found.value);
    void tracing.showPinned();
    return tracing.show();
  }
  notify(found.problem.sentence);
  if (id !== null) learner.getState().restore({ image: null });
}

/** How long an empty first screen waits for the live trace, which needs a third of the bytes for its first maps. */
const EMPTY_MS = 2500;

/** The first sample's recorded trace where the live one is late or never comes; it gives way to the live one. */
export async function showRecorded(): Promise<void> {
  const isShown = () => lookedAt(traceStore.getState()) !== null;
  await until(
    () => isShown() || engineStore.getState().phase === 'failed',
    [traceStore, engineStore],
    EMPTY_MS,
  );
  const isEmpty = () => !isShown() && learner.getState().image === null;
  if (!isEmpty()) return;
  // Few visits need it, so few fetch what reads it.
  const { loadRecordedTrace } = await import('@/lib/engine/runs/recorded');
  const recorded = await loadRecordedTrace(subjectStore.getState().pipeline);
  if (recorded && isEmpty()) showPresent(recorded);
}
