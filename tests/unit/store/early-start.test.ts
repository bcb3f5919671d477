import { beforeEach, describe, expect, it, vi } from 'vitest';
import { COURSE } from '@/lib/course/subject';
import type { EngineClient } from '@/lib/engine/client/client';
import type { NetworkState, RunLog } from '@/lib/network/run';
import { ok } from '@/lib/result';
import { engineConnected, engineFailed, engineStarts, engineStore } from '@/lib/store/engine/engine';
import { notices } from '@/lib/store/page/notices';
import { handleEngineEvent } from '@/lib/store/session/engine-events';
import { trainingOrders } from '@/lib/store/session/training-orders';
import { turnTo } from '@/lib/store/subject/subject';
import { leaveRun, trainingStore } from '@/lib/store/training/training';
import { DEFAULT_SETTINGS } from '@/lib/store/training/training-view';

const problem = { sentence: 'The engine is gone.' };
const shipped: NetworkState = { origin: 'shipped', seed: 1, epoch: 10, step: 320 };
const log: RunLog = {
  settings: { ...DEFAULT_SETTINGS, seed: 7 },
  architecture: COURSE.architecture,
  epochs: [],
  backend: 'wasm',
  labels: { training: [], heldOut: [] },
};

/** An engine that takes orders, and answers nothing else. */
function connect() {
  const train = vi.fn(async () => ok(undefined));
  const answered = async () => ok([]);
  engineConnected(
    new Proxy(
      { train },
      { get: (own, name) => (name === 'train' ? own.train : answered) },
    ) as unknown as EngineClient,
  );
  return train;
}

const report = (kept: Partial<{ log: RunLog; resumable: boolean }> = {}) =>
  handleEngineEvent({
    type: 'network',
    subject: COURSE.id,
    network: shipped,
    version: 1,
    stages: [],
    complete: false,
    log: null,
    resumable: false,
    ...kept,
  });

const phase = () => trainingStore.getState().phase;
const sentences = () => notices.getState().notices.map(({ sentence }) => sentence);

beforeEach(() => {
  engineStarts();
  engineConnected(null as unknown as EngineClient);
  leaveRun();
  turnTo(COURSE);
  for (const { id } of notices.getState().notices) notices.getState().dismiss(id);
});

const settings = { ...DEFAULT_SETTINGS, seed: 3 };
const STARTS = {
  train: [() => trainingOrders.train(settings), { order: 'begin', settings }],
  stepOnce: [() => trainingOrders.stepOnce(settings), { order: 'advance', settings, to: 'step' }],
  epochOnce: [() => trainingOrders.epochOnce(settings), { order: 'advance', settings, to: 'epoch' }],
} as const;

describe.each(Object.entries(STARTS))('%s, before there is an engine', (_, [start, order]) => {
  it('waits, shows that it does, and begins when the engine has the network', async () => {
    const started = start();
    expect(trainingStore.getState()).toMatchObject({ phase: 'waiting', settings });
    const train = connect();
    await Promise.resolve();
    expect(train).not.toHaveBeenCalled();
    report();
    await started;
    expect(train.mock.calls).toEqual([[expect.anything(), order]]);
    expect(phase()).toBe('preparing');
    expect(sentences()).toEqual([]);
  });

  it('begins once, however often it is pressed', async () => {
    const started = [start(), start(), trainingOrders.train(DEFAULT_SETTINGS)];
    const train = connect();
    report();
    await Promise.all(started);
    expect(train).toHaveBeenCalledTimes(1);
  });

  it('leaves a run alone that this browser has kept, and says so', async () => {
    const started = start();
    const train = connect();
    report({ log, resumable: true });
    await started;
    expect(train).not.toHaveBeenCalled();
    expect(trainingStore.getState()).toMatchObject({ phase: 'paused', settings: log.settings });
    expect(sentences()).toEqual(['Your last run is back, so no new one was begun.']);
  });

  it('ends with the engine’s sentence where the engine does not come', async () => {
    const started = start();
    handleEngineEvent({ type: 'failed', problem });
    await started;
    expect(trainingStore.getState()).toMatchObject({ phase: 'failed', problem });
  });

  it('is given up where the page turns to another network', async () => {
    const started = start();
    leaveRun();
    await started;
    const train = connect();
    report();
    expect(phase()).toBe('idle');
    expect(train).not.toHaveBeenCalled();
  });
});

it('a network that can’t be set up ends the wait as well', async () => {
  const started = trainingOrders.train(settings);
  const train = connect();
  train.mockResolvedValue({ ok: false, problem } as never);
  engineFailed(problem);
  await started;
  expect(engineStore.getState().phase).toBe('failed');
  expect(trainingStore.getState()).toMatchObject({ phase: 'failed', problem });
});
