/* The newest code in “Try it” and its network. Written only by the page's bench, below. */
import { createEngine } from '@/lib/engine/client/client';
import { newestOnly } from '@/lib/engine/client/newest-only';
import { runToEnd } from '@/lib/engine/client/run-to-end';
import { OWN } from '@/lib/network/handle';
import type { Pipeline } from '@/lib/network/pipeline';
import type { EpochRecord } from '@/lib/network/run';
import { filesOf } from '@/lib/network/subject';
import type { Pixels, Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { BASE_PATH } from '@/lib/site/asset';
import { type Attempt, attemptOf } from '@/lib/try-it/attempt';
import type { CodeFault } from '@/lib/try-it/draft';
import { keptWeights } from '@/lib/try-it/kept-weights';
import { Sandbox } from '@/lib/try-it/sandbox';
import { engineStore } from '../engine/engine';
import { ownedStore } from '../owned-store';
import { subjectStore } from '../subject/subject';
import { lookedAt, traceStore } from '../trace/trace';
import { DEFAULT_SETTINGS } from '../training/training-view';

/** The page's state of the newest code in “Try it”. Written only by the page's bench, below. */
export interface TryIt {
  /**
   * The error in it; null where there is none. With an error, everything else is of the last code that
   * worked.
   */
  readonly fault: CodeFault | null;
  readonly printed: readonly string[];
  readonly attempt: Attempt | null;
  /** The learner's own network at the time when the code ran, for comparison. */
  readonly original: Pipeline | null;
  /** The stages with the weights of the learner's network. */
  readonly kept: readonly string[];
  /** The chosen image's trace through the attempt; null until it is computed. */
  readonly trace: Trace | null;
  /** The progress of its training, from 0 to 1; null while it is not trained. */
  readonly training: number | null;
  /** The measurements after its training; null before. */
  readonly trained: EpochRecord | null;
  /** Why it could not be computed or trained. */
  readonly trouble: string | null;
  /** Computes while the page is open. */
  readonly bench: Bench | null;
}

const EMPTY: TryIt = {
  fault: null,
  printed: [],
  attempt: null,
  original: null,
  kept: [],
  trace: null,
  training: null,
  trained: null,
  trouble: null,
  bench: null,
};

const [tryIt, write] = ownedStore<TryIt>(EMPTY);

export { tryIt };

/** The seed of new layers' initial weights. */
export const SEED = DEFAULT_SETTINGS.seed;

const nameOf = ({ pipeline }: Attempt): string => JSON.stringify(pipeline.architecture);
const sameNetwork = (one: Attempt, other: Attempt | null) => other !== null && nameOf(one) === nameOf(other);

/**
 * Computes the networks that the code creates, while the page is open: on a copy, so that the learner's own
 * stays unchanged.
 */
class Bench {
  private readonly sandbox = new Sandbox();
  private readonly engine = createEngine({ base: BASE_PATH, keeps: false });
  private closed = false;
  private code: string | null = null;
  /** The code whose run timed out, and was repeated once. */
  private askedTwice: string | null = null;
  /** The learner's weights, from when they were first complete. */
  private own: WeightSet | null = null;
  /** The name of the attempt whose network the engine has. */
  private openedName: string | null = null;
  private readonly stop = traceStore.subscribe((now, before) => {
    const traced = lookedAt(now) !== lookedAt(before) && !this.own;
    if (now.image !== before.image || traced) this.again();
  });

  constructor() {
    this.engine.subscribe((event) => {
      if (event.type === 'failed') this.show({ training: null, trouble: event.problem.sentence });
    });
  }

  /**
   * Runs code, and computes the network that it creates. Of several calls in quick succession the newest
   * counts.
   */
  take(code: string): void {
    this.code = code;
    this.again();
  }

  close(): void {
    this.closed = true;
    this.stop();
    this.engine.dispose();
    this.sandbox.dispose();
    write(EMPTY);
  }

  /** Trains the attempt for one epoch, entirely from initial weights. */
  async train(): Promise<void> {
    if (!this.openedName || tryIt.getState().training !== null) return;
    this.show({ training: 0, trained: null, trouble: null });
    const ended = await runToEnd(
      { engine: this.engine, handle: OWN },
      { ...DEFAULT_SETTINGS, epochs: 1 },
      {
        onBatch: ({ batch, batches }) => this.show({ kept: [], training: batch / batches }),
        onEpoch: (record) => record.epoch > 0 && this.show({ trained: record }),
      },
    );
    const problem = ended.ok ? ended.value.problem : ended.problem;
    this.show({ training: null, ...(problem && { trouble: problem.sentence }) });
    if (!problem) this.again();
  }

  private show(part: Partial<TryIt>): void {
    if (!this.closed) write(part);
  }

  private again(): void {
    if (this.code !== null && !this.closed) void this.run(this.code);
  }

  /**
   * Runs the newest code. It does not wait for the computation of a network, so that endless code is stopped
   * in time.
   */
  private readonly run = newestOnly(async (newest: string): Promise<void> => {
    if (this.closed) return;
    const original = subjectStore.getState().pipeline;
    const ran = await this.sandbox.run(newest, original.architecture.input);
    if (this.closed) return;
    // On a busy machine it gets a second chance; until then the known results are shown.
    if (ran.late && this.askedTwice !== newest) {
      this.askedTwice = newest;
      this.again();
    }
    const { printed } = ran;
    const found = attemptOf(ran, original.architecture);
    if ('sentence' in found) return this.show({ fault: found, printed });
    const same = sameNetwork(found, tryIt.getState().attempt);
    this.show({ fault: null, printed, attempt: found, original, ...(same ? {} : { trace: null }) });
    void this.compute(found);
  });

  /** Sends the engine the newest attempt, if it lacks that, and requests the chosen image's trace. */
  private readonly compute = newestOnly(async (attempt: Attempt): Promise<void> => {
    const { image } = traceStore.getState();
    const trace = lookedAt(traceStore.getState());
    if (this.closed) return;
    if (trace?.complete && trace.source === 'live') this.own ??= trace.weights;
    if (!this.own && engineStore.getState().phase !== 'failed') return;
    if (this.openedName !== nameOf(attempt)) {
      const instead = keptWeights(attempt.pipeline, this.own ?? {});
      this.openedName = null;
      const { architecture } = attempt.pipeline;
      const source = { initial: SEED, instead };
      const files = filesOf(subjectStore.getState().subject);
      const opened = await this.engine.open({ handle: OWN, architecture, source, files });
      if (this.closed) return;
      if (!opened.ok) return this.show({ trouble: opened.problem.sentence });
      this.openedName = nameOf(attempt);
      this.show({ kept: Object.keys(instead), training: null, trained: null, trouble: null });
    }
    if (image) await this.trace(attempt, image.pixels);
  });

  private async trace(attempt: Attempt, pixels: Pixels): Promise<void> {
    const traced = await this.engine.trace(OWN, pixels);
    // The trace may already be out of date: then the next one follows.
    if (this.closed || !sameNetwork(attempt, tryIt.getState().attempt)) return;
    this.show(traced.ok ? { trace: traced.value } : { trouble: traced.problem.sentence });
  }
}

/** Opens the page. Returns a function that leaves it. */
export function openTryIt(): () => void {
  const bench = new Bench();
  write({ bench });
  return () => bench.close();
}

/** Runs code, and computes the network that it creates. */
export const tryCode = (newest: string): void => tryIt.getState().bench?.take(newest);

/** Trains the attempt for one epoch. */
export const trainAttempt = async (): Promise<void> => tryIt.getState().bench?.train();
