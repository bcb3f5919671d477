import { afterAll, beforeAll, expect, test } from 'vitest';
import { REFERENCE, referencePipeline } from '@/lib/course/reference';
import { OWN } from '@/lib/network/handle';
import { initialWeights } from '@/lib/network/initial-weights';
import { must } from '@/lib/result';
import { sentenceOf } from '../unit/support/result';
import { type Started, startEngine } from './support/worker-kit';

let started: Started;
beforeAll(async () => {
  started = await startEngine({ initial: 1 });
});
afterAll(() => started.engine.dispose());

test('some stages get the given weights, the others those of the seed', async () => {
  const { conv2 } = initialWeights(referencePipeline, 9);
  must(
    await started.engine.open({
      handle: OWN,
      architecture: REFERENCE,
      source: { initial: 4, instead: { conv2 } },
    }),
  );
  expect(must(await started.engine.weights(OWN))).toEqual({ ...initialWeights(referencePipeline, 4), conv2 });
});

test('weights that do not fit are refused', async () => {
  const { conv1 } = initialWeights(referencePipeline, 9);
  expect(
    sentenceOf(
      await started.engine.open({
        handle: OWN,
        architecture: REFERENCE,
        source: { initial: 4, instead: { conv2: conv1 } },
      }),
    ),
  ).toMatch(/in conv2, the kernel is 3 × 3 × 3 × 32/);
});
