import { createEngine } from '@/lib/engine/client/client';
import { newestOnly } from '@/lib/engine/client/newest-only';
import { runToEnd } from '@/lib/engine/client/run-to-end';
import { OWN } from '@/lib/network/handle';
import type { Pipeline } from '@/lib/network/pipeline';
import type { EpochRecord } from '@/lib/network/run';
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

/** What the page “Try it” knows of the newest code. Written by the page's bench alone, below. */
export interface TryIt {
  /** What is wrong with it; null where nothing is. Then all else is of the last code that worked. */
  readonly fault: CodeFault | null;
  readonly printed: readonly string[];
  readonly attempt: Attempt | null;
  /** The learner's own network, which the attempt is held against: what it was when the code ran. */
  readonly original: Pipeline | null;
  /** The stages that have the weights of the learner's network. */
  readonly kept: readonly string[];
  /** The chosen image through the attempt; null until it is computed. */
  readonly trace: Trace | null;
  /** How far its training is, from 0 to 1; null while it is not trained. */
  readonly training: number | null;
  /** What was measured after it was trained; null where it was not. */
  readonly trained: EpochRecord | null;
  /** Why it could not be computed or trained. */
  readonly trouble: string | null;
  /** What computes as long as the page is open. */
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

/** New layers begin with the weights of this seed. */
export const SEED = DEFAULT_SETTINGS.seed;

const nameOf = ({ pipeline }: Attempt): string => JSON.stringify(pipeline.architecture);
const sameNetwork = (one: Attempt, other: Attempt | null) => other !== null && nameOf(one) === nameOf(other);

/** Whatever the code makes is computed here, as long as the page is open: beside the learner's own, which is not touched. */
class Bench {
  private readonly sandbox = new Sandbox();
  private readonly engine = createEngine({ base: BASE_PATH, keeps: false });
  private closed = false;
  private code: string | null = null;
  /** The code that got no answer, and was asked about once more. */
  private askedTwice: string | null = null;
  /** The learner's weights as they were first seen whole. */
  private own: WeightSet | null = null;
  /** The attempt that the engine was given. */
  private given: string | null = null;
  private readonly stop = traceStore.subscribe((now, before) => {
    const traced = lookedAt(now) !== lookedAt(before) && !this.own;
    if (now.image !== before.image || traced) this.again();
  });

  constructor() {
    this.engine.subscribe((event) => {
      if (event.type === 'failed') this.show({ training: null, trouble: event.problem.sentence });
    });
  }

  /** Runs code, and computes the network that it makes. Of several codes that come at once the newest counts. */
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

  /** Trains the attempt for one epoch, all of it from initial weights. */
  async train(): Promise<void> {
    if (!this.given || tryIt.getState().training !== null) return;
    this.show({ training: 0, trained: null, trouble: null });
    const ended = await runToEnd(
      this.engine,
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

  /** Runs the newest code. It waits for no network to be computed, so that what won't end is stopped in time. */
  private readonly run = newestOnly(async (newest: string): Promise<void> => {
    if (this.closed) return;
    const original = subjectStore.getState().pipeline;
    const ran = await this.sandbox.run(newest, original.architecture.input);
    if (this.closed) return;
    // A machine that is busy gets a second chance; meanwhile what is known is shown.
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

  /** Gives the engine the newest attempt, where it hasn't got it, and asks it for the chosen image's trace. */
  private readonly compute = newestOnly(async (attempt: Attempt): Promise<void> => {
    const { image } = traceStore.getState();
    const trace = lookedAt(traceStore.getState());
    if (this.closed) return;
    if (trace?.complete && trace.source === 'live') this.own ??= trace.weights;
    if (!this.own && engineStore.getState().phase !== 'failed') return;
    if (this.given !== nameOf(attempt)) {
      const instead = keptWeights(attempt.pipeline, this.own ?? {});
      this.given = null;
      const { architecture } = attempt.pipeline;
      const source = { initial: SEED, instead };
      const opened = await this.engine.open({ handle: OWN, architecture, source });
      if (this.closed) return;
      if (!opened.ok) return this.show({ trouble: opened.problem.sentence });
      this.given = nameOf(attempt);
      this.show({ kept: Object.keys(instead), training: null, trained: null, trouble: null });
    }
    if (image) await this.trace(attempt, image.pixels);
  });

  private async trace(attempt: Attempt, pixels: Pixels): Promise<void> {
    const traced = await this.engine.trace(OWN, pixels);
    // What was traced may be out of date: the next one follows then.
    if (this.closed || !sameNetwork(attempt, tryIt.getState().attempt)) return;
    this.show(traced.ok ? { trace: traced.value } : { trouble: traced.problem.sentence });
  }
}

/** The page is opened. Answers how to leave it. */
export function openTryIt(): () => void {
  const bench = new Bench();
  write({ bench });
  return () => bench.close();
}

/** Runs code, and computes the network that it makes. */
export const tryCode = (newest: string): void => tryIt.getState().bench?.take(newest);

/** Trains the attempt for one epoch. */
export const trainAttempt = async (): Promise<void> => tryIt.getState().bench?.train();
