import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { referencePipeline } from '@/lib/course/reference';
import { ANSWER_MS } from '@/lib/data/database';
import { OwnRun } from '@/lib/engine/runs/own-run';
import { findWeights } from '@/lib/engine/worker/weight-source';
import { initialWeights } from '@/lib/network/initial-weights';
import { must } from '@/lib/result';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('where the storage with the trained network never answers, the network is there without it, and that is said', async () => {
  const own = new OwnRun();
  vi.spyOn(own, 'find').mockReturnValue(new Promise(() => {}));
  const notify = vi.fn();
  const weights = initialWeights(referencePipeline, 7);
  const found = findWeights(referencePipeline, 'kept', {
    base: '',
    own,
    shipped: () => null,
    brought: () => weights,
    notify,
  });
  await vi.advanceTimersByTimeAsync(ANSWER_MS - 1);
  expect(notify).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(must(await found).weights).toBe(weights);
  expect(notify.mock.calls).toEqual([
    [
      {
        type: 'message',
        problem: { sentence: expect.stringMatching(/didn’t answer, so your trained network/) },
      },
    ],
  ]);
});
