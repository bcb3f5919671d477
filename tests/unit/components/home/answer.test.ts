import { expect, test } from 'vitest';
import { answerOf } from '@/components/home/answer';
import type { Trace } from '@/lib/network/trace';

const CLASSES = ['airplane', 'bird', 'cat'];

const traceOf = (probabilities: readonly number[], change: Partial<Trace> = {}): Trace => ({
  stages: [{ stage: 'output', shape: [3], values: Float32Array.from(probabilities) }],
  source: 'live',
  complete: true,
  weights: {},
  network: { origin: 'trained', seed: 1, epoch: 1, step: 32 },
  backend: 'cpu',
  milliseconds: 1,
  ...change,
});

test('the prediction names the two most probable classes', () => {
  const answer = answerOf(traceOf([0.25, 0.125, 0.625]), CLASSES);
  expect(answer).toEqual({
    first: { name: 'cat', probability: 0.625 },
    second: { name: 'airplane', probability: 0.25 },
    trained: true,
  });
});

test('there is no prediction before the last stage has arrived, or when it is not finite', () => {
  expect(answerOf(null, CLASSES)).toBeNull();
  expect(answerOf(traceOf([0.5, 0.25, 0.25], { complete: false }), CLASSES)).toBeNull();
  expect(answerOf(traceOf([Number.NaN, 0, 0]), CLASSES)).toBeNull();
});

test('an untrained network is labelled as untrained', () => {
  const network = { origin: 'initial', seed: 1, epoch: 0, step: 0 } as const;
  expect(answerOf(traceOf([0.5, 0.25, 0.25], { network }), CLASSES)?.trained).toBe(false);
});
