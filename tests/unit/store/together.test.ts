import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { BatchEvent } from '@/lib/network/run';
import { Together } from '@/lib/store/training/together';
import { clearRun, failRun, followRun, prepareRun, trainingStore } from '@/lib/store/training/training';
import { FIRST_SETTINGS } from '@/lib/store/training/training-view';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  clearRun();
});

const batch = (step: number): BatchEvent => ({
  type: 'batch',
  epoch: 1,
  batch: step,
  batches: 32,
  step,
  loss: 1,
  accuracy: 0.5,
  milliseconds: 40,
});
const network = { origin: 'trained', seed: 1, epoch: 0, step: 3 } as const;
const shown = () => trainingStore.getState().batches.map(({ step }) => step);

it('hands on the first at once, and the others in groups, none lost and in their order', () => {
  const groups: (readonly number[])[] = [];
  const together = new Together<number>(
    () => 100,
    (all) => groups.push(all),
  );
  for (let one = 0; one < 10; one++) {
    together.add(one);
    vi.advanceTimersByTime(40);
  }
  vi.advanceTimersByTime(1000);
  together.add(10);
  expect(groups[0]).toEqual([0]);
  expect(groups.at(-1)).toEqual([10]);
  expect(groups.flat()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  // The first, one in each of the 100 ms in which others came, and the last.
  expect(groups).toHaveLength(1 + 4 + 1);
});

it('shows the first step of a run at once, and twenty a second in few writes', () => {
  prepareRun(FIRST_SETTINGS);
  const write = vi.fn();
  const stop = trainingStore.subscribe(write);
  followRun(batch(1));
  expect(shown()).toEqual([1]);
  expect(trainingStore.getState().phase).toBe('running');
  for (let step = 2; step <= 20; step++) {
    vi.advanceTimersByTime(50);
    followRun(batch(step));
  }
  vi.advanceTimersByTime(250);
  expect(shown()).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  expect(write.mock.calls.length).toBeLessThanOrEqual(6);
  stop();
});

it('shows all steps before what comes after them: a pause, an end, a failure', () => {
  for (const after of [
    () => followRun({ type: 'paused', network }),
    () => followRun({ type: 'finished', network }),
    () => failRun({ sentence: 'It failed.' }),
  ]) {
    prepareRun(FIRST_SETTINGS);
    for (const step of [1, 2, 3]) followRun(batch(step));
    after();
    expect(shown()).toEqual([1, 2, 3]);
    const { phase } = trainingStore.getState();
    expect(phase).not.toBe('running');
    // Nothing of the run comes late.
    vi.advanceTimersByTime(1000);
    expect(trainingStore.getState().phase).toBe(phase);
    expect(shown()).toEqual([1, 2, 3]);
  }
});

it('forgets the steps of a run that was cleared before they were shown', () => {
  prepareRun(FIRST_SETTINGS);
  for (const step of [1, 2, 3]) followRun(batch(step));
  clearRun();
  vi.advanceTimersByTime(1000);
  expect(shown()).toEqual([]);
  expect(trainingStore.getState().phase).toBe('idle');
});
