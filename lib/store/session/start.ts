/* How the session begins: the subject that the address names, then the engine, which opens that subject's network. */
import { hasSpareCore } from '@/lib/engine/backends/spare-core';
import type { EngineClient } from '@/lib/engine/client/client';
import type { WeightSource } from '@/lib/engine/protocol';
import { OWN } from '@/lib/network/handle';
import { filesOf } from '@/lib/network/subject';
import type { Result } from '@/lib/result';
import { BASE_PATH } from '@/lib/site/asset';
import { fetchPart } from '@/lib/site/fetch-part';
import { hasNoOrigin } from '@/lib/site/frame';
import words from '@/words/state';
import { engineConnected, engineFailed, engineStarts, presentEngine } from '../engine/engine';
import { learner } from '../learner/learner';
import { notify } from '../page/notices';
import { runsStore } from '../runs/runs';
import { showPage, whileOpening } from '../subject/opening';
import { subjectStore } from '../subject/subject';
import { tracing } from '../trace/tracing';
import { endRun } from '../training/training';
import { handleEngineEvent } from './engine-events';
import { followAddress, followChoices, followEpoch, followRuns, showRecorded } from './follow';
import { watchTrainingTabs } from './training-tabs';
import { followNetwork, isShown } from './turn';

/** The weights that the subject begins with. */
function firstWeights(): WeightSource {
  const { weights } = subjectStore.getState().subject;
  return typeof weights === 'string' ? weights : { weights: weights.opened };
}

/** Opens the subject's network; its id determines which subject's stored data belongs to it. */
export const openSubject = (engine: EngineClient, source: WeightSource) => {
  const { pipeline, subject } = subjectStore.getState();
  return engine.open({
    handle: OWN,
    architecture: pipeline.architecture,
    source,
    subject: subject.id,
    files: filesOf(subject),
  });
};

/** Opens the subject with the weights that it begins with. Null: the page has turned to another one meanwhile. */
async function setUp(engine: EngineClient): Promise<Result<unknown> | null> {
  const { pipeline } = subjectStore.getState();
  const opened = await openSubject(engine, firstWeights());
  return subjectStore.getState().pipeline === pipeline ? opened : null;
}

async function startEngine(): Promise<void> {
  engineStarts();
  const client = await fetchPart(() => import('@/lib/engine/client/client'));
  if (!client.ok) return handleEngineEvent({ type: 'failed', problem: client.problem });
  const engine = client.value.createEngine({ base: BASE_PATH });
  engineConnected(engine);
  engine.subscribe(handleEngineEvent);
  const opened = await setUp(engine);
  if (opened && !opened.ok) engineFailed(opened.problem);
}

/** With two cores the engine's start would compete with the page's; with more it starts at once. */
function calmly(begin: () => void): void {
  if (hasSpareCore() || typeof requestIdleCallback === 'undefined') begin();
  else requestIdleCallback(begin, { timeout: IDLE_MS });
}

const IDLE_MS = 1000;

/** Starts the engine, and follows what the learner chooses. */
export function start(): void {
  // The page itself says why.
  if (hasNoOrigin()) {
    showPage();
    engineFailed({ sentence: words.noValues() });
    return;
  }
  learner.subscribe((now, before) => {
    if (now.network !== before.network) return void turn();
    if (now.image !== before.image) void followAddress();
    else if (now.epoch !== before.epoch) followEpoch();
    if (now.pinned !== before.pinned) void tracing.showPinned();
  });
  runsStore.subscribe(followRuns);
  watchTrainingTabs();
  void begin();
}

/** The network that the address names is found before anything is computed. */
async function begin(): Promise<void> {
  await whileOpening(followNetwork);
  void showRecorded();
  void followAddress();
  calmly(() => void startEngine());
}

/** Sets up the network that the learner has turned to. An engine that is still to start begins with it. */
async function turn(): Promise<void> {
  if (isShown()) return followChoices();
  if (!(await followNetwork())) return;
  void followAddress();
  const engine = presentEngine();
  const opened = engine && (await setUp(engine));
  if (!opened || opened.ok) return;
  notify(opened.problem.sentence);
  endRun(opened.problem);
}
