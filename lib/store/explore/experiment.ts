import { createStore } from 'zustand/vanilla';
import { followChanges } from '@/lib/data/database-news';
import { Hold } from '@/lib/engine/client/hold';
import { conduct } from '@/lib/experiment/conduct';
import { type Experiment, isDone, type Plan, type PlannedRun, runsOf } from '@/lib/experiment/plan';
import { forgetExperiment, keepExperiment, keepFurther, keptExperiments } from '@/lib/experiment/store';
import type { Subject } from '@/lib/network/subject';
import { BASE_PATH } from '@/lib/site/asset';
import { fetchPart } from '@/lib/site/fetch-part';
import words from '@/words/experiment-state';
import { isExperimentMarked, markExperiment } from '../learner/experiment-mark';
import { say } from '../network/conversation';
import { network } from '../network/network';
import { followSubject, presentSubject } from '../network/present-subject';

/**
 * Where the unfinished experiment is: at rest (a reload has ended it), on its way, waiting for the learner's own
 * training, paused at a step, or in another tab.
 */
export type ExperimentPhase = 'rest' | 'running' | 'waiting' | 'paused' | 'elsewhere';

export interface ExperimentView {
  /** All that this browser keeps of the present subject, the newest first; null until it was read. */
  readonly all: readonly Experiment[] | null;
  readonly phase: ExperimentPhase;
  /** The run that is under way, and the share of its steps that is done. */
  readonly now: { readonly run: PlannedRun; readonly share: number } | null;
  /** What stands in the way of it, or of what was kept before. */
  readonly sentence: string | null;
}

export const experiments = createStore<ExperimentView>()(() => ({
  all: null,
  phase: 'rest',
  now: null,
  sentence: null,
}));

interface Lead {
  readonly begunAt: number;
  /** Whose network is varied. */
  readonly subject: Subject;
  readonly end: AbortController;
  readonly hold: Hold;
}

/** What is led at present; it lives as long as the page, so that an experiment goes on while the learner reads on. */
let lead: Lead | null = null;
let paused = false;
/** Whether the learner was told that nothing can be kept: once is enough. */
let told = false;

const LOCK = 'pipeline-tracer-experiment';
const isTraining = (): boolean => ['preparing', 'running'].includes(network.getState().training.phase);

/** The one that has runs to come; there is at most one. */
export const unfinished = (all: readonly Experiment[] | null): Experiment | null =>
  all?.find((one) => !isDone(one)) ?? null;

const change = (part: Partial<ExperimentView>): void => experiments.setState(part);

const newestFirst = (all: readonly Experiment[]) => [...all].sort((a, b) => b.begunAt - a.begunAt);

function put(experiment: Experiment): void {
  if (experiment.subject !== presentSubject()) return;
  const others = (experiments.getState().all ?? []).filter(({ begunAt }) => begunAt !== experiment.begunAt);
  change({ all: newestFirst([experiment, ...others]) });
}

async function keep(experiment: Experiment): Promise<void> {
  put(experiment);
  const kept = await (experiment.runs.length > 0 ? keepFurther : keepExperiment)(experiment);
  if (!kept.ok && !told) say(kept.problem.sentence);
  told ||= !kept.ok;
}

/** Holds the present run while the learner has paused it or trains an own network, and says which. */
function follow(): void {
  if (!lead) return;
  const waiting = isTraining();
  lead.hold.set(paused || waiting);
  if (experiments.getState().phase !== 'elsewhere')
    change({ phase: paused ? 'paused' : waiting ? 'waiting' : 'running' });
}
network.subscribe((now, before) => {
  if (now.training.phase !== before.training.phase) follow();
});

/** Does the work in one tab at a time; where the browser has no locks, at once. */
async function alone(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  try {
    await navigator.locks.request(LOCK, { signal }, work);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Settles when the learner's own engine has come up, or can't: it comes first. */
const engineUp = (): Promise<void> =>
  new Promise((resolve) => {
    const look = () => ['ready', 'failed'].includes(network.getState().phase) && resolve();
    network.subscribe(look);
    look();
  });

const CUT_OFF = ({ plan, runs }: Experiment): string =>
  words.goesOn({ run: runs.length + 1, runs: runsOf(plan).length });

/**
 * Trains what is left of an experiment on an engine of its own, which ends with it. `cutOff`: it was under way when a tab
 * was closed, and goes on without having been asked to.
 */
async function train(begunAt: number, cutOff = false): Promise<void> {
  const { subject } = network.getState();
  const mine: Lead = { begunAt, subject, end: new AbortController(), hold: new Hold() };
  lead = mine;
  markExperiment(true, subject.id);
  change({ phase: 'elsewhere', now: null, sentence: null });
  await alone(mine.end.signal, async () => {
    // Another tab may have trained some of it, or deleted it.
    if (!(await reread())) return;
    const experiment = experiments.getState().all?.find((one) => one.begunAt === begunAt);
    if (!experiment || isDone(experiment) || mine.end.signal.aborted) return;
    if (cutOff) say(CUT_OFF(experiment));
    change({ phase: 'running' });
    follow();
    await engineUp();
    const client = await fetchPart(() => import('@/lib/engine/client/client'));
    if (!client.ok) return change({ sentence: client.problem.sentence });
    const engine = client.value.createEngine({ base: BASE_PATH, keeps: false });
    const ended = await conduct(
      engine,
      subject,
      experiment,
      { hold: mine.hold, signal: mine.end.signal },
      { onStep: (run, share) => change({ now: { run, share } }), onRun: keep },
    );
    engine.dispose();
    if (mine.end.signal.aborted) return;
    if (!ended.ok) change({ sentence: ended.problem.sentence });
    else say(words.finished({ runs: runsOf(experiment.plan).length }));
  });
  if (lead !== mine) return;
  lead = null;
  paused = false;
  markExperiment(false, subject.id);
  change({ phase: 'rest', now: null });
}

/** Of each experiment the one that has come further: what can't be kept is only in memory. */
function joined(inMemory: readonly Experiment[], read: readonly Experiment[]): readonly Experiment[] {
  const further = new Map(inMemory.map((one) => [one.begunAt, one]));
  for (const one of read)
    if ((further.get(one.begunAt)?.runs.length ?? -1) < one.runs.length) further.set(one.begunAt, one);
  return newestFirst([...further.values()]);
}

/** Takes up what is kept. What is only in memory, because nothing can be kept, stays. Answers whether it could be read. */
async function reread(): Promise<boolean> {
  const { subject } = network.getState();
  const kept = await keptExperiments(subject);
  if (subject.id !== presentSubject()) return false;
  const { all } = experiments.getState();
  if (!kept.ok) {
    change({ all: all ?? [], sentence: kept.problem.sentence });
    return all !== null;
  }
  const { experiments: read, newer, broken } = kept.value;
  const sentences = [newer > 0 && words.newer(), broken > 0 && words.broken()].filter(
    (sentence) => sentence !== false,
  );
  change({
    all: told ? joined(all ?? [], read) : read,
    sentence: sentences.length > 0 ? sentences.join(' ') : null,
  });
  return true;
}

/** Another tab has trained some of an experiment, or has deleted one: then it is not trained here any more either. */
async function followOthers(): Promise<void> {
  const { sentence } = experiments.getState();
  if (!(await reread())) return;
  const { all } = experiments.getState();
  if (sentence) change({ sentence });
  if (lead && !told && !all?.some(({ begunAt }) => begunAt === lead?.begunAt)) giveUp(lead);
}

function giveUp({ end, hold }: Lead): void {
  end.abort();
  hold.set(false);
}

/** Now, as the name of an experiment: of a clock that was set back another one may have it already. */
function unusedTime(): number {
  const used = new Set(experiments.getState().all?.map(({ begunAt }) => begunAt));
  let time = Date.now();
  while (used.has(time)) time++;
  return time;
}

let restoring: Promise<void> | null = null;

async function restoreNow(): Promise<void> {
  followChanges('experiments', () => void followOthers());
  followSubject(() => void changeSubject());
  await takeUp();
}

/** The page is about another subject: what was under way halts, and goes on when its own is shown again. */
async function changeSubject(): Promise<void> {
  if (lead) giveUp(lead);
  lead = null;
  paused = false;
  change({ all: null, phase: 'rest', now: null, sentence: null });
  await takeUp();
}

async function takeUp(): Promise<void> {
  if (!(await reread())) return;
  const left = unfinished(experiments.getState().all);
  if (left && isExperimentMarked()) void train(left.begunAt, true);
}

export const experimenting = {
  /** Takes up what this browser keeps, once; an experiment that was under way when the tab was closed goes on. */
  restore(): Promise<void> {
    restoring ??= restoreNow();
    return restoring;
  },

  /** Begins an experiment. Does nothing while another one is unfinished. */
  async begin(plan: Plan): Promise<void> {
    if (unfinished(experiments.getState().all)) return;
    const experiment: Experiment = { begunAt: unusedTime(), subject: presentSubject(), plan, runs: [] };
    await keep(experiment);
    await train(experiment.begunAt);
  },

  /** Halts after the present step. It goes on from there, or after a reload with the run's beginning. */
  pause(): void {
    paused = true;
    markExperiment(false, presentSubject());
    follow();
  },

  /** Goes on, also after a reload. */
  resume(): void {
    paused = false;
    const left = unfinished(experiments.getState().all);
    if (lead) {
      markExperiment(true, lead.subject.id);
      follow();
    } else if (left) void train(left.begunAt);
  },

  /** Deletes an experiment; one that is under way is given up. */
  async remove(begunAt: number): Promise<void> {
    if (lead?.begunAt === begunAt) giveUp(lead);
    await forgetExperiment(begunAt);
    change({ all: (experiments.getState().all ?? []).filter((one) => one.begunAt !== begunAt) });
  },
};
