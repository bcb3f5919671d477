import { ANSWER_MS } from '@/lib/data/database';
import { checkWeights } from '@/lib/network/check-weights';
import { initialWeights } from '@/lib/network/initial-weights';
import type { Pipeline } from '@/lib/network/pipeline';
import type { NetworkState, OptimizerState, RunLog } from '@/lib/network/run';
import type { Initialisation } from '@/lib/network/settings';
import type { ShippedFiles } from '@/lib/network/subject';
import type { WeightSet } from '@/lib/network/weights';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/engine';
import { within } from '../backends/within';
import type { EngineEvent, WeightSource, WeightsFromPage } from '../protocol';
import type { OwnRun } from '../runs/own-run';
import { addressesOf, fetchShipped } from './shipped';

/** Weights to set up, and the source of the rest when these are not all. */
export interface Found {
  readonly weights: WeightSet;
  readonly network: NetworkState;
  readonly log: RunLog | null;
  /** The optimizer's state, where the run can be resumed. */
  readonly optimizer?: OptimizerState | null;
  /** Fetches the weights that are missing. */
  readonly rest?: () => Promise<Result<WeightSet>>;
}

/** A browser's storage may never respond. The stored data stays for the next visit. */
const READING_LIMIT_MS = ANSWER_MS;

const UNTRAINED = { epoch: 0, step: 0 };

const initial = (pipeline: Pipeline, seed: number, scheme?: Initialisation): Found => ({
  weights: initialWeights(pipeline, seed, scheme),
  network: { origin: 'initial', seed, ...UNTRAINED },
  log: null,
});

async function shipped(pipeline: Pipeline, { base, shipped }: Surroundings): Promise<Result<Found>> {
  const files = shipped();
  if (!files) return fail(words.noneShipped());
  const [first, ...others] = addressesOf(files);
  const early = await fetchShipped(first, pipeline, base);
  if (!early.ok) return early;
  return ok({
    weights: early.value.weights,
    network: { origin: 'shipped', ...(early.value.trained ?? { seed: 0, ...UNTRAINED }) },
    log: null,
    ...(others.length > 0 && { rest: () => allOf(others, pipeline, base) }),
  });
}

/** The weights of several files, together. */
async function allOf(
  addresses: readonly string[],
  pipeline: Pipeline,
  base: string,
): Promise<Result<WeightSet>> {
  const read = await Promise.all(addresses.map((address) => fetchShipped(address, pipeline, base)));
  const weights: WeightSet[] = [];
  for (const one of read) {
    if (!one.ok) return one;
    weights.push(one.value.weights);
  }
  return ok(Object.assign({}, ...weights));
}

/** The prefix of the site's addresses, and the learner's run. */
export interface Surroundings {
  readonly base: string;
  readonly own: OwnRun;
  /** Where what ships of the subject's network lies; null where nothing does. */
  readonly shipped: () => ShippedFiles | null;
  /** The weights that the network was made with; null where it begins with initial ones. */
  readonly brought: () => WeightSet | null;
  /** Passes on what the learner should know. */
  readonly notify: (event: EngineEvent) => void;
}

/** The seed of a network that nobody has trained yet. */
export const FIRST_SEED = 1;

/** What a network begins with that the learner hasn't trained. */
function unkept(pipeline: Pipeline, around: Surroundings): Promise<Result<Found>> | Result<Found> {
  const brought = around.brought();
  if (brought) return provided(pipeline, { weights: brought });
  return around.shipped() ? shipped(pipeline, around) : ok(initial(pipeline, FIRST_SEED));
}

/** The stored weights, or else the shipped ones: both are requested at once, because the first image waits for them. */
async function kept(pipeline: Pipeline, around: Surroundings): Promise<Result<Found>> {
  const { own } = around;
  const { subject } = own;
  const [found, otherwise] = await Promise.all([
    within(READING_LIMIT_MS, own.find(pipeline.architecture)),
    unkept(pipeline, around),
  ]);
  // The run of a subject that the page has left is not that of the one it has turned to.
  if (own.subject !== subject) return otherwise;
  if (found === 'late') {
    around.notify({ type: 'message', problem: { sentence: words.runSilent() } });
    return otherwise;
  }
  own.goOnAs(found?.run ?? null);
  return found ? ok(found.network) : otherwise;
}

/** Finds the requested weights. A request for the shipped or for initial ones sets the stored ones aside. */
export async function findWeights(
  pipeline: Pipeline,
  source: WeightSource,
  around: Surroundings,
): Promise<Result<Found>> {
  const { own } = around;
  if (source === 'kept') return kept(pipeline, around);
  if (source !== 'shipped' && source !== 'undone' && 'weights' in source) {
    if (source.run !== undefined) own.goOnAs(source.run);
    return provided(pipeline, source);
  }
  if (source === 'undone')
    return (await own.bringBack()) ? kept(pipeline, around) : fail(words.nothingToUndo());
  await within(READING_LIMIT_MS, own.setAside());
  if (source === 'shipped') return shipped(pipeline, around);
  if ('opened' in source) return fail(words.setUpAgain());
  const found = initial(pipeline, source.initial, source.scheme);
  const instead = checkWeights(pipeline, source.instead ?? {});
  return instead.ok ? ok({ ...found, weights: { ...found.weights, ...instead.value } }) : instead;
}

/** Weights from the page, of all stages or some. */
export function provided(
  pipeline: Pipeline,
  { weights, network, log, optimizer }: WeightsFromPage,
): Result<Found> {
  const checked = checkWeights(pipeline, weights);
  if (!checked.ok) return checked;
  return ok({
    weights,
    network: network ?? { origin: 'opened', seed: 0, ...UNTRAINED },
    log: log ?? null,
    optimizer,
  });
}
