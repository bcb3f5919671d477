import type { EngineEvent } from '@/lib/engine/protocol';
import words from '@/words/state';
import { engineStore, presentEngine } from '../engine/engine';
import { until } from '../engine/until';
import { findImage } from '../learner/find-image';
import { learner } from '../learner/learner';
import { notify } from '../page/notices';
import { chooseRun, type RunsView, runsStore, setOwnRun, timelineOf } from '../runs/runs';
import { FIRST_SUBJECT, subjectStore } from '../subject/subject';
import { lookedAt, showImage, showPresent, traceStore } from '../trace/trace';
import { tracing } from '../trace/tracing';

export type NetworkEvent = Extract<EngineEvent, { type: 'network' }>;

/**
 * Sets the epochs that can be selected. The log of the shipped run is fetched when its network is complete.
 */
export async function followTimeline({ network, log, complete }: NetworkEvent): Promise<void> {
  if (log) {
    // The bar and the charts begin with the first epoch that was trained.
    const { epochs, labels } = log;
    return setOwnRun(epochs.some(({ epoch }) => epoch > 0) ? { run: 'own', epochs, labels } : null);
  }
  if (network.origin !== 'shipped') return setOwnRun(null);
  if (!complete || runsStore.getState().own?.run === 'shipped') return;
  const { id } = subjectStore.getState().subject;
  // The worker has what reads a log; the page would have to load it.
  const shipped = await presentEngine()?.shippedRun();
  const now = subjectStore.getState();
  if (!shipped?.ok || now.subject.id !== id || now.network?.origin !== 'shipped') return;
  const { epochs, labels } = shipped.value;
  setOwnRun({ run: 'shipped', epochs, labels });
}

/**
 * The selectable epochs have changed. An epoch that an address selected or pinned is looked up once its run
 * is available.
 */
export function followRuns(now: RunsView, before: RunsView): void {
  const [timeline, last] = [timelineOf(now), timelineOf(before)];
  if (timeline === last) return;
  tracing.forget();
  if (timeline?.run === last?.run) return;
  if (learner.getState().epoch !== null) followEpoch();
  if (learner.getState().pinned !== null) void tracing.showPinned();
}

/** A new network replaces this one: nothing of its past is shown any more. */
export function leavePast(): void {
  learner.getState().travelTo(null);
  learner.getState().pin(null);
  chooseRun(null);
  tracing.forget();
}

/** Shows the selected epoch; one that was not recorded is reported, and the current network shown. */
export function followEpoch(): void {
  const { epoch } = learner.getState();
  const timeline = timelineOf(runsStore.getState());
  if (epoch !== null && timeline && !timeline.epochs.some((record) => record.epoch === epoch)) {
    notify(words.notRecorded({ epoch }));
    learner.getState().travelTo(null);
  } else void tracing.show();
}

/** Shows the image that the address names, or reports why it can't and shows the first sample. */
export async function followAddress(): Promise<void> {
  const { image: id } = learner.getState();
  const { pipeline } = subjectStore.getState();
  const shown = traceStore.getState().image;
  if (shown && shown.id === id) return;
  const found = await findImage(id);
  // One that is late may be another network's, whose images have other shapes.
  if (learner.getState().image !== id || subjectStore.getState().pipeline !== pipeline) return;
  if (found.ok) {
    showImage(found.value);
    void tracing.showPinned();
    return tracing.show();
  }
  notify(found.problem.sentence);
  if (id !== null) learner.getState().restore({ image: null });
}

/** The learner has come back to the network that is shown, with other choices than when they left it. */
export function followChoices(): void {
  void followAddress();
  followEpoch();
  void tracing.showPinned();
}

/**
 * How long an empty first screen waits for the live trace, which needs a third of the bytes for its first
 * maps.
 */
const EMPTY_MS = 2500;

/**
 * Shows the first sample's recorded trace where the live one is late or never comes; the live one replaces
 * it.
 */
export async function showRecorded(): Promise<void> {
  // Only the course's first sample is recorded.
  const isCourse = () => subjectStore.getState().subject.id === FIRST_SUBJECT;
  const isShown = () => lookedAt(traceStore.getState()) !== null;
  await until(
    () => isShown() || engineStore.getState().phase === 'failed',
    [traceStore, engineStore],
    EMPTY_MS,
  );
  const isEmpty = () => isCourse() && !isShown() && learner.getState().image === null;
  if (!isEmpty()) return;
  // Few visits need it, so few load its reader.
  const { loadRecordedTrace } = await import('@/lib/engine/runs/recorded');
  const { subject, pipeline } = subjectStore.getState();
  const recorded = subject.shipped && (await loadRecordedTrace(pipeline, subject.shipped));
  if (recorded && isEmpty()) showPresent(recorded);
}
