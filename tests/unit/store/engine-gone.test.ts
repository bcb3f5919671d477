import { beforeEach, describe, expect, it } from 'vitest';
import type { BatchEvent, NetworkState } from '@/lib/network/run';
import { engineStarts, engineStore } from '@/lib/store/engine/engine';
import { notices } from '@/lib/store/page/notices';
import { runsStore } from '@/lib/store/runs/runs';
import { handleEngineEvent } from '@/lib/store/session/engine-events';
import { trainingOrders } from '@/lib/store/session/training-orders';
import { subjectStore } from '@/lib/store/subject/subject';
import { traceStore } from '@/lib/store/trace/trace';
import { clearRun, followRun, prepareRun, trainingStore } from '@/lib/store/training/training';
import { DEFAULT_SETTINGS, type TrainingPhase } from '@/lib/store/training/training-view';

const problem = { sentence: 'The engine is gone.' };
const network: NetworkState = { origin: 'trained', seed: 1, epoch: 0, step: 1 };
const batch: BatchEvent = {
  type: 'batch',
  epoch: 1,
  batch: 1,
  batches: 3,
  step: 1,
  loss: 1,
  accuracy: 0.5,
  milliseconds: 1,
};

/** Brings the run into a phase as the engine does. */
function bring(phase: TrainingPhase): void {
  if (phase === 'idle') clearRun();
  else prepareRun(DEFAULT_SETTINGS);
  if (phase === 'running') followRun(batch);
  if (phase === 'paused' || phase === 'finished' || phase === 'stopped') followRun({ type: phase, network });
  expect(trainingStore.getState().phase).toBe(phase);
}

const dismissAll = () => {
  for (const { id } of notices.getState().notices) notices.getState().dismiss(id);
};

beforeEach(() => {
  clearRun();
  engineStarts();
  dismissAll();
});

it.each(['preparing', 'running', 'paused'] satisfies TrainingPhase[])(
  'a run that is %s when the engine is gone for good ends, and the sentence appears where the run is',
  (phase) => {
    bring(phase);
    handleEngineEvent({ type: 'failed', problem });
    expect(trainingStore.getState()).toMatchObject({ phase: 'failed', problem });
  },
);

it.each(['idle', 'finished', 'stopped'] satisfies TrainingPhase[])(
  'a run that is %s stays as it is',
  (phase) => {
    bring(phase);
    handleEngineEvent({ type: 'failed', problem });
    expect(trainingStore.getState().phase).toBe(phase);
  },
);

/** Those that begin a run wait for the engine: early-start.test.ts. */
const BEGINNING = {
  train: () => trainingOrders.train(DEFAULT_SETTINGS),
  stepOnce: () => trainingOrders.stepOnce(DEFAULT_SETTINGS),
  epochOnce: () => trainingOrders.epochOnce(DEFAULT_SETTINGS),
};

const COMMANDS = {
  resume: () => trainingOrders.resume(),
  pause: () => trainingOrders.pause(),
  stop: () => trainingOrders.stop(),
  reset: () => trainingOrders.reset(3),
  showShipped: () => trainingOrders.showShipped(),
};

const everything = () =>
  [engineStore, runsStore, subjectStore, traceStore, trainingStore].map((store) => store.getState());

describe.each(Object.entries(COMMANDS))('%s, before there is an engine', (_, command) => {
  it('changes nothing, and says so', async () => {
    const before = everything();
    await command();
    expect(everything()).toEqual(before);
    expect(notices.getState().notices.map(({ sentence }) => sentence)).toEqual([
      'The engine is still starting. Try again in a moment.',
    ]);
  });
});

describe.each(Object.entries({ ...BEGINNING, ...COMMANDS }))('%s', (_, command) => {
  it('says why where no engine can be started at all', async () => {
    handleEngineEvent({ type: 'failed', problem });
    dismissAll();
    await command();
    expect(notices.getState().notices.map(({ sentence }) => sentence)).toEqual([problem.sentence]);
  });
});
