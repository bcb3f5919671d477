import { expect, test } from 'vitest';
import { referencePipeline } from '@/lib/course/reference';
import { imagesAtATime } from '@/lib/engine/training/evaluate';
import type { Stage } from '@/lib/network/pipeline';

const stages = (...outputs: readonly Stage['output'][]) => ({
  stages: outputs.map((output) => ({ output }) as Stage),
});

test('as many images are evaluated at a time as keep every stage’s output within 32 MB, at most 64', () => {
  expect(imagesAtATime(referencePipeline)).toBe(64);
  expect(imagesAtATime(stages([10]))).toBe(64);
  expect(imagesAtATime(stages([64, 64, 3], [256, 256, 4], [10]))).toBe(32);
  expect(imagesAtATime(stages([224, 224, 64]))).toBe(2);
  expect(imagesAtATime(stages([4096, 4096, 3]))).toBe(1);
});
