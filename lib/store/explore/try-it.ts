import { createStore } from 'zustand/vanilla';
import { createEngine, type EngineClient } from '@/lib/engine/client/client';
import { newestOnly } from '@/lib/engine/client/newest-only';
import { runToEnd } from '@/lib/engine/client/run-to-end';
import { OWN } from '@/lib/network/handle';
import type { Pipeline } from '@/lib/network/pipeline';
import type { EpochRecord } from '@/lib/network/run';
import type { Pixels, Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import { BASE_PATH } from '@/lib/site/asset';
import { type Attempt, attemptOf } from '@/lib/try-it/attempt';
import type { Fault } from '@/lib/try-it/draft';
import { keptWeights } from '@/lib/try-it/kept-weights';
import { Sandbox } from '@/lib/try-it/sandbox';
import { DEFAULT_SETTINGS, network } from '../network/network';

/** What the page “Try it” knows of the newest code. */
export interface TryIt {
  /** What is wrong with it; null where nothing is. Then all else is of the last code that worked. */
  readonly fault: Fault | null;
  readonly printed: readonly string[];
  readonly attempt: Attempt | null;
  /** The learner's own network, which the attempt is held against: what it was when the code ran. */
  readonly original: Pipeline | null;
  /** The stages that have the weights of the learner's network. */
  readonly kept: readonly string[];
  /** The chosen picture through the attempt; null until it is computed. */
  readonly trace: Trace | null;
  /** How far its training is, from 0 to 1; null while it is not trained. */
  readonly training: number | null;
  /** What was measured after it was trained; null where it was not. */
  readonly trained: EpochRecord | null;
  /** Why it could not be computed or trained. */
  readonly trouble: string | null;
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
};

export const tryIt = createStore<TryIt>()(() => EMPTY);

/** Whatever the code makes is computed here: in an engine beside the learner's own, which is not touched. */
interface Bench {
  readonly sandbox: Sandbox;
  readonly engine: EngineClient;
  /** The learner's weights as they were first seen whole. */
  own: WeightSet | null;
  /** The attempt that the engine was given. */
  given: string | null;
}

let bench: Bench | null = null;
let code: string | null = null;
/** The code that got no answer, and was asked about once more. */
let askedTwice: string | null = null;

/** New layers begin with the weights of this seed. */
export const SEED = DEFAULT_SETTINGS.seed;

/** The page is opened. Answers how to leave it. */
export function openTryIt(): () => void {
  const own = {
    sandbox: new Sandbox(),
    engine: createEngine({ base: BASE_PATH, keeps: false }),
    own: null,
    given: null,
  };
  bench = own;
  own.engine.subscribe((event) => {
    if (event.type === 'failed') tryIt.setState({ training: null, trouble: event.problem.sentence });
  });
  const stop = network.subscribe((now, before) => {
    if (now.picture !== before.picture || (now.trace !== before.trace && !bench?.own)) again();
  });
  return () => {
    stop();
    own.engine.dispose();
    own.sandbox.dispose();
    bench = null;
    code = null;
    tryIt.setState(EMPTY);
  };
}

/** Runs code, and computes the network that it makes. Of several codes that come at once the newest counts. */
export function tryCode(newest: string): void {
  code = newest;
  again();
}

function again(): void {
  if (code !== null) void run(code);
}

/** Runs the newest code. It waits for no network to be computed, so that what won't end is stopped in time. */
const run = newestOnly(async (newest: string): Promise<void> => {
  const mine = bench;
  if (!mine) return;
  const original = network.getState().pipeline;
  const ran = await mine.sandbox.run(newest, original.architecture.input);
  if (mine !== bench) return;
  // A machine that is busy gets a second chance; meanwhile it is told what is known.
  if (ran.late && askedTwice !== newest) {
    askedTwice = newest;
    again();
  }
  const { printed } = ran;
  const found = attemptOf(ran, original.architecture);
  if ('sentence' in found) return tryIt.setState({ fault: found, printed });
  const same = sameNetwork(found, tryIt.getState().attempt);
  tryIt.setState({ fault: null, printed, attempt: found, original, ...(same ? {} : { trace: null }) });
  void compute(found);
});

const nameOf = ({ pipeline }: Attempt): string => JSON.stringify(pipeline.architecture);
const sameNetwork = (one: Attempt, other: Attempt | null) => other !== null && nameOf(one) === nameOf(other);

/** Gives the engine the newest attempt, where it hasn't got it, and asks it for the chosen picture's trace. */
const compute = newestOnly(async (attempt: Attempt): Promise<void> => {
  const mine = bench;
  const { picture, trace, phase } = network.getState();
  if (!mine) return;
  if (trace?.complete && trace.source === 'live') mine.own ??= trace.weights;
  if (!mine.own && phase !== 'failed') return;
  if (mine.given !== nameOf(attempt)) {
    const instead = keptWeights(attempt.pipeline, mine.own ?? {});
    mine.given = null;
    const { architecture } = attempt.pipeline;
    const source = { initial: SEED, instead };
    const opened = await mine.engine.open({ handle: OWN, architecture, source });
    if (mine !== bench) return;
    if (!opened.ok) return tryIt.setState({ trouble: opened.problem.sentence });
    mine.given = nameOf(attempt);
    tryIt.setState({ kept: Object.keys(instead), training: null, trained: null, trouble: null });
  }
  if (picture) await follow(mine, attempt, picture.pixels);
});

async function follow(mine: Bench, attempt: Attempt, pixels: Pixels): Promise<void> {
  const traced = await mine.engine.trace(OWN, pixels);
  // What was traced may be out of date: the next one follows then.
  if (mine !== bench || !sameNetwork(attempt, tryIt.getState().attempt)) return;
  tryIt.setState(traced.ok ? { trace: traced.value } : { trouble: traced.problem.sentence });
}

/** Trains the attempt for one epoch, all of it from initial weights. */
export async function trainAttempt(): Promise<void> {
  const mine = bench;
  if (!mine?.given || tryIt.getState().training !== null) return;
  const change = (part: Partial<TryIt>) => mine === bench && tryIt.setState(part);
  change({ training: 0, trained: null, trouble: null });
  const ended = await runToEnd(
    mine.engine,
    { ...DEFAULT_SETTINGS, epochs: 1 },
    {
      onBatch: ({ batch, batches }) => change({ kept: [], training: batch / batches }),
      onEpoch: (record) => record.epoch > 0 && change({ trained: record }),
    },
  );
  const problem = ended.ok ? ended.value.problem : ended.problem;
  change({ training: null, ...(problem && { trouble: problem.sentence }) });
  if (mine === bench && !problem) again();
}
