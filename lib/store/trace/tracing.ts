import type { InputImage } from '@/lib/data/input-image';
import type { TraceScope } from '@/lib/engine/api';
import type { EngineClient } from '@/lib/engine/client/client';
import { newestOnly } from '@/lib/engine/client/newest-only';
import { type EpochHandle, type NetworkHandle, OWN } from '@/lib/network/handle';
import type { Pixels, Trace } from '@/lib/network/trace';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/state';
import { presentEngine } from '../engine/engine';
import { learner } from '../learner/learner';
import { notify } from '../page/notices';
import { runsStore, timelineOf } from '../runs/runs';
import { isTraining, trainingStore } from '../training/training';
import { RecentTraces } from './recent-traces';
import { showPast, showPinned, showPresent, traceStore } from './trace';

/**
 * How many epochs' traces are cached for going back and forth: a run of ten and its initial weights. Each
 * takes about 8 MB; a device with little memory caches fewer. Not every browser reports its memory, and
 * during prerendering there is no browser.
 */
const { navigator } = globalThis as { navigator?: { readonly deviceMemory?: number } };
const RECENT = (navigator?.deviceMemory ?? 8) > 4 ? 11 : 5;
/** A learner who rests on an epoch this long, in milliseconds, is not dragging over it. */
const REST = 80;

interface TraceQuestion {
  readonly handle: NetworkHandle;
  readonly pixels: Pixels;
}
type AskTrace = (question: TraceQuestion) => Promise<Result<Trace> | 'superseded'>;

/** A recorded epoch of the selectable run; null for the current network, and while there is no such run. */
function handleOf(epoch: number | null): EpochHandle | null {
  const timeline = timelineOf(runsStore.getState());
  return epoch === null || !timeline ? null : { run: timeline.run, epoch };
}

/**
 * Requests traces of the chosen image from the engine and shows them: that of the selected epoch, and that of
 * the pinned one.
 */
export class Tracing {
  private readonly recent = new RecentTraces(RECENT);
  private asked = 0;
  private shown = 0;
  /** How often the cached traces were dropped: responses to earlier requests are not cached afterwards. */
  private forgotten = 0;
  private askedAt = 0;
  /** What was shown last. */
  private last: { readonly image: InputImage; readonly trace: Trace } | null = null;
  private resting: ReturnType<typeof setTimeout> | undefined;
  /** The response that is being awaited. */
  private underway: ReturnType<AskTrace> | null = null;
  /**
   * For the displayed network, for the one compared with it, and for those likely to be selected next: none
   * of them supersedes another.
   */
  private readonly traceShown: AskTrace;
  private readonly traceCompared: AskTrace;
  private readonly traceAhead: AskTrace;
  /**
   * The immediately available part of an earlier network: the stages before its large layers. It waits for no
   * other trace.
   */
  private readonly tracePreview: AskTrace;

  /** `engine`: returns the client for requests, or null while there is none. */
  constructor(private readonly engine: () => EngineClient | null = presentEngine) {
    const ask = async ({ handle, pixels }: TraceQuestion, scope?: TraceScope): Promise<Result<Trace>> =>
      this.engine()?.trace(handle, pixels, scope) ?? fail(words.starting());
    this.traceShown = newestOnly((question) => ask(question));
    this.traceCompared = newestOnly((question) => ask(question));
    this.traceAhead = newestOnly((question) => ask(question));
    this.tracePreview = newestOnly((question) => ask(question, 'preview'));
  }

  /** Milliseconds since a trace was last requested. */
  get age(): number {
    return performance.now() - this.askedAt;
  }

  /**
   * Shows the chosen image's newest trace with the weights that computed it. An outdated response is dropped.
   */
  async show(): Promise<void> {
    const { image } = traceStore.getState();
    if (!image || !this.engine()) return;
    this.askedAt = performance.now();
    this.asked += 1;
    clearTimeout(this.resting);
    const turn = this.asked;
    const past = handleOf(learner.getState().epoch);
    const { forgotten } = this;
    const known = past && this.recent.find(image.pixels, past);
    if (past && !known) void this.preview(turn, image, past);
    const trace = known ? ok(known) : await this.ask({ pixels: image.pixels, handle: past ?? OWN });
    if (trace === 'superseded' || !this.isStill(image, forgotten) || turn < this.shown) return;
    this.shown = turn;
    // The failure of a frame that was overtaken while one draws: the next one's trace is on its way.
    if (!trace.ok) return turn === this.asked ? notify(trace.problem.sentence) : undefined;
    if (past && forgotten === this.forgotten) this.recent.keep(image.pixels, past, trace.value);
    this.set(image, trace.value, past);
    if (past && turn === this.asked) this.resting = setTimeout(() => void this.lookAhead(turn), REST);
  }

  /**
   * Whether an image is still the chosen one. A drawing is an image of the same id with every frame in which it changes:
   * the trace of an earlier frame is shown, because those of a slow device would all come too late.
   */
  private isStill(image: InputImage, forgotten: number): boolean {
    const now = traceStore.getState().image;
    return now === image || (now?.id === image.id && forgotten === this.forgotten);
  }

  /** Shows the trace of a new version of the network, unless it is being computed already. */
  async follow(version: number): Promise<void> {
    const answer = await this.underway;
    if (answer && answer !== 'superseded' && answer.ok && answer.value.version === version) return;
    await this.show();
  }

  private async ask(question: TraceQuestion) {
    const answer = this.traceShown(question);
    this.underway = answer;
    try {
      return await answer;
    } finally {
      if (this.underway === answer) this.underway = null;
    }
  }

  /**
   * Shows the maps of an epoch as soon as they are available. Errors are reported with the complete trace.
   */
  private async preview(turn: number, image: InputImage, epoch: EpochHandle): Promise<void> {
    const trace = await this.tracePreview({ pixels: image.pixels, handle: epoch });
    if (trace === 'superseded' || !trace.ok || turn <= this.shown) return;
    if (traceStore.getState().image === image) this.set(image, trace.value, epoch);
  }

  /**
   * If a trace continues one of the same image and network that ended because weights were missing, it keeps
   * the same stage objects: what has been drawn of them need not be drawn again.
   */
  private set(image: InputImage, trace: Trace, past: EpochHandle | null): void {
    const before = this.last?.image === image ? this.last.trace : null;
    const stages =
      before && goesOn(before, trace)
        ? [...before.stages, ...trace.stages.slice(before.stages.length)]
        : trace.stages;
    const whole = { ...trace, stages };
    this.last = { image, trace: whole };
    if (past) showPast(whole);
    else showPresent(whole);
  }

  /**
   * Traces the other epochs in advance, those beside the displayed one first, while nothing else is
   * requested. Training has the engine to itself.
   */
  async lookAhead(turn = this.asked): Promise<void> {
    const { image } = traceStore.getState();
    const timeline = timelineOf(runsStore.getState());
    const { epoch } = learner.getState();
    if (!image || !timeline || !this.engine()) return;
    const numbers = timeline.epochs.map((record) => record.epoch);
    // The current network comes after the last epoch.
    const at = epoch === null ? numbers.length : numbers.indexOf(epoch);
    const others = numbers.filter((number) => number !== epoch);
    const away = (number: number) => Math.abs(numbers.indexOf(number) - at);
    const near = others.sort((one, other) => away(one) - away(other)).slice(0, RECENT - 1);
    for (const next of near) {
      const past = handleOf(next);
      if (!past || this.recent.find(image.pixels, past)) continue;
      if (turn !== this.asked || isTraining(trainingStore.getState())) return;
      const forgotten = this.forgotten;
      const trace = await this.traceAhead({ pixels: image.pixels, handle: past });
      if (trace === 'superseded' || !trace.ok || forgotten !== this.forgotten) return;
      if (traceStore.getState().image === image) this.recent.keep(image.pixels, past, trace.value);
    }
  }

  /** The same for the pinned epoch. One that was not recorded is reported, and unpinned. */
  async showPinned(): Promise<void> {
    if (!this.engine()) return;
    const { image } = traceStore.getState();
    const timeline = timelineOf(runsStore.getState());
    const { pinned, pin } = learner.getState();
    // A previously pinned epoch's trace must not be shown as this one's.
    if (traceStore.getState().pinned?.network.epoch !== pinned) showPinned(null);
    const past = handleOf(pinned);
    if (!image || !past) return showPinned(null);
    if (!timeline?.epochs.some(({ epoch }) => epoch === pinned)) {
      notify(words.notPinned({ epoch: String(pinned) }));
      return pin(null);
    }
    const known = this.recent.find(image.pixels, past);
    const trace = known ? ok(known) : await this.traceCompared({ pixels: image.pixels, handle: past });
    if (trace === 'superseded' || traceStore.getState().image !== image) return;
    if (learner.getState().pinned !== pinned) return;
    if (trace.ok) showPinned(trace.value);
    else notify(trace.problem.sentence);
  }

  /** The epochs of the run, or the backend, have changed. */
  forget(): void {
    this.forgotten += 1;
    this.recent.forget();
  }
}

/** Whether a trace begins with the stages of the one before. */
function goesOn(before: Trace, now: Trace): boolean {
  if (before.complete || JSON.stringify(before.network) !== JSON.stringify(now.network)) return false;
  const last = before.stages.length - 1;
  const known = before.stages[last]?.values;
  return known?.every((value, at) => value === now.stages[last]?.values[at]) ?? false;
}

/** The page's only one. */
export const tracing = new Tracing();
