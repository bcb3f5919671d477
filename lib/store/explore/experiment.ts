/* The experiments of the current subject. Written only here: by their training, and by changes from other tabs. */
import { followChanges } from '@/lib/data/database';
import { conduct } from '@/lib/experiment/conduct';
import { joined, newestFirst, unfinished, unusedTime } from '@/lib/experiment/kept-experiments';
import { type Experiment, isDone, type Plan, type PlannedRun, runsOf } from '@/lib/experiment/plan';
import { forgetExperiment, keepExperiment, keepFurther, keptExperiments } from '@/lib/experiment/store';
import { once } from '@/lib/once';
import { BASE_PATH } from '@/lib/site/asset';
import { fetchPart } from '@/lib/site/fetch-part';
import words from '@/words/experiment-state';
import { engineStore } from '../engine/engine';
import { until } from '../engine/until';
import { isExperimentMarked, markExperiment } from '../learner/experiment-mark';
import { ownedStore } from '../owned-store';
import { notify } from '../page/notices';
import { followSubject, presentSubject } from '../subject/present-subject';
import { subjectStore } from '../subject/subject';
import { isTraining, trainingStore } from '../training/training';
import { alone, giveUp, type Lead, leadOf } from './lead';

/**
 * The state of the unfinished experiment: idle (ended by a reload), running, waiting for the learner's own
 * training, paused at a step, or running in another tab.
 */
export type ExperimentPhase = 'rest' | 'running' | 'waiting' | 'paused' | 'elsewhere';

/** The page's state of experiments. Written only here: by the training, and by changes from other tabs. */
export interface ExperimentView {
  /**
   * All experiments that this browser has stored of the current subject, the newest first; null until they
   * are read.
   */
  readonly all: readonly Experiment[] | null;
  readonly phase: ExperimentPhase;
  /** The current run, and the completed share of its steps. */
  readonly now: { readonly run: PlannedRun; readonly share: number } | null;
  /** What prevents it, or the reading of stored experiments. */
  readonly sentence: string | null;
  readonly lead: Lead | null;
  readonly paused: boolean;
  /** Whether the learner was notified that nothing can be stored: once is enough. */
  readonly notified: boolean;
}

const [experiments, change] = ownedStore<ExperimentView>({
  all: null,
  phase: 'rest',
  now: null,
  sentence: null,
  lead: null,
  paused: false,
  notified: false,
});

export { experiments };

function put(experiment: Experiment): void {
  if (experiment.subject !== presentSubject()) return;
  const others = (experiments.getState().all ?? []).filter(({ begunAt }) => begunAt !== experiment.begunAt);
  change({ all: newestFirst([experiment, ...others]) });
}

async function keep(experiment: Experiment): Promise<void> {
  put(experiment);
  const kept = await (experiment.runs.length > 0 ? keepFurther : keepExperiment)(experiment);
  if (kept.ok) return;
  if (!experiments.getState().notified) notify(kept.problem.sentence);
  change({ notified: true });
}

/** Holds the current run while the learner has paused it or trains an own network, and reports which. */
function follow(): void {
  const { lead, paused, phase } = experiments.getState();
  if (!lead) return;
  const waiting = isTraining(trainingStore.getState());
  lead.hold.set(paused || waiting);
  if (phase !== 'elsewhere') change({ phase: paused ? 'paused' : waiting ? 'waiting' : 'running' });
}
trainingStore.subscribe((now, before) => {
  if (now.phase !== before.phase) follow();
});

/** Resolves when the learner's own engine has started, or failed: it comes first. */
const engineUp = (): Promise<void> =>
  until(() => ['ready', 'failed'].includes(engineStore.getState().phase), [engineStore]);

const CUT_OFF = ({ plan, runs }: Experiment): string =>
  words.goesOn({ run: runs.length + 1, runs: runsOf(plan).length });

/**
 * Trains the rest of an experiment on a separate engine, which is terminated with it. `cutOff`: it was
 * running when a tab was closed, and resumes without a request.
 */
async function train(begunAt: number, cutOff = false): Promise<void> {
  const { subject } = subjectStore.getState();
  const mine = leadOf(begunAt, subject);
  markExperiment(true, subject.id);
  change({ lead: mine, phase: 'elsewhere', now: null, sentence: null });
  await alone(mine.end, async () => {
    // Another tab may have trained some of it, or deleted it.
    if (!(await reread())) return;
    const experiment = experiments.getState().all?.find((one) => one.begunAt === begunAt);
    if (!experiment || isDone(experiment) || mine.end.signal.aborted) return;
    if (cutOff) notify(CUT_OFF(experiment));
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
    else notify(words.finished({ runs: runsOf(experiment.plan).length }));
  });
  if (experiments.getState().lead !== mine) return;
  markExperiment(false, subject.id);
  change({ lead: null, paused: false, phase: 'rest', now: null });
}

/**
 * Loads the stored experiments. Those that are only in memory, because nothing can be stored, stay. Returns
 * whether reading succeeded.
 */
async function reread(): Promise<boolean> {
  const { subject } = subjectStore.getState();
  const kept = await keptExperiments(subject);
  if (subject.id !== presentSubject()) return false;
  const { all, notified } = experiments.getState();
  if (!kept.ok) {
    change({ all: all ?? [], sentence: kept.problem.sentence });
    return all !== null;
  }
  const { experiments: read, newer, broken } = kept.value;
  const sentences = [newer > 0 && words.newer(), broken > 0 && words.broken()].filter(
    (sentence) => sentence !== false,
  );
  change({
    all: notified ? joined(all ?? [], read) : read,
    sentence: sentences.length > 0 ? sentences.join(' ') : null,
  });
  return true;
}

/**
 * Another tab has trained part of an experiment, or has deleted one: then it is not trained here any more
 * either.
 */
async function followOthers(): Promise<void> {
  const { sentence } = experiments.getState();
  if (!(await reread())) return;
  const { all, lead, notified } = experiments.getState();
  if (sentence) change({ sentence });
  if (lead && !notified && !all?.some(({ begunAt }) => begunAt === lead.begunAt)) giveUp(lead);
}

async function restore(): Promise<void> {
  followChanges('experiments', () => void followOthers());
  followSubject(() => void changeSubject());
  await takeUp();
}

/**
 * The page has changed to a different subject: the running experiment is paused, and resumes when its own
 * subject is shown again.
 */
async function changeSubject(): Promise<void> {
  const { lead } = experiments.getState();
  if (lead) giveUp(lead);
  change({ all: null, lead: null, paused: false, phase: 'rest', now: null, sentence: null });
  await takeUp();
}

async function takeUp(): Promise<void> {
  if (!(await reread())) return;
  const left = unfinished(experiments.getState().all);
  if (left && isExperimentMarked()) void train(left.begunAt, true);
}

export const experimenting = {
  /** Loads the stored experiments, once; one that was running when the tab was closed resumes. */
  restore: once(restore),

  /** Starts an experiment. Does nothing while another one is unfinished. */
  async begin(plan: Plan): Promise<void> {
    const { all } = experiments.getState();
    if (unfinished(all)) return;
    const experiment = { begunAt: unusedTime(all ?? []), subject: presentSubject(), plan, runs: [] };
    await keep(experiment);
    await train(experiment.begunAt);
  },

  /** Pauses after the current step. It continues from there or, after a reload, from the start of the run. */
  pause(): void {
    change({ paused: true });
    markExperiment(false, presentSubject());
    follow();
  },

  /** Resumes, also after a reload. */
  resume(): void {
    change({ paused: false });
    const { all, lead } = experiments.getState();
    const left = unfinished(all);
    if (lead) {
      markExperiment(true, lead.subject.id);
      follow();
    } else if (left) void train(left.begunAt);
  },

  /** Deletes an experiment; a running one is aborted. */
  async remove(begunAt: number): Promise<void> {
    const { lead } = experiments.getState();
    if (lead?.begunAt === begunAt) giveUp(lead);
    await forgetExperiment(begunAt);
    change({ all: (experiments.getState().all ?? []).filter((one) => one.begunAt !== begunAt) });
  },
};
