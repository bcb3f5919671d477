import { expect, it } from 'vitest';
import { referencePipeline } from '@/lib/course/reference';
import { rateAt } from '@/lib/engine/training/optimizer/schedule';
import { initialWeights } from '@/lib/network/initial-weights';
import type { TrainingSettings } from '@/lib/network/settings';
import { kernelOf } from '../support/parameters';

const SETTINGS: TrainingSettings = {
  optimizer: 'adam',
  learningRate: 0.01,
  batchSize: 4,
  epochs: 9,
  seed: 3,
};
const rates = (settings: TrainingSettings) =>
  Array.from({ length: settings.epochs }, (_, at) => rateAt(settings, at + 1));

it('a constant rate stays the same', () => {
  expect(new Set(rates(SETTINGS))).toEqual(new Set([0.01]));
});

it('the step schedule lowers the rate after each third', () => {
  const steps = rates({ ...SETTINGS, schedule: 'steps' });
  [0.01, 0.01, 0.01, 0.003, 0.003, 0.003, 0.0009, 0.0009, 0.0009].forEach((rate, at) => {
    expect(steps[at]).toBeCloseTo(rate, 10);
  });
});

it('the cosine schedule begins with the full rate, reaches half of it in the middle and ends near 0', () => {
  const cosine = rates({ ...SETTINGS, epochs: 10, schedule: 'cosine' });
  expect(cosine[0]).toBe(0.01);
  expect(cosine[5]).toBeCloseTo(0.005, 10);
  expect(cosine[9]).toBeLessThan(0.0003);
  expect(cosine).toEqual([...cosine].sort((a, b) => b - a));
});

it('initial weights are spread as widely as their scheme says', () => {
  const spread = (scheme: 'he' | 'glorot' | 'normal' | 'zeros', id: string) => {
    const { values } = kernelOf(initialWeights(referencePipeline, 1, scheme)[id]);
    return Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);
  };
  const fans = { in: 3 * 3 * 32, out: 3 * 3 * 64 };
  expect(spread('he', 'conv2')).toBeCloseTo(Math.sqrt(2 / fans.in), 3);
  expect(spread('glorot', 'conv2')).toBeCloseTo(Math.sqrt(2 / (fans.in + fans.out)), 3);
  expect(spread('normal', 'conv2')).toBeCloseTo(0.01, 3);
  expect(spread('zeros', 'conv2')).toBe(0);
  // Without a ReLU behind it, the last layer is initialized alike by both.
  expect(spread('he', 'output')).toBe(spread('glorot', 'output'));
});
