import { expect, test } from 'vitest';
import { optimizerStep } from '@/lib/provenance/optimizer-step';

const MOVED = { weight: 0.5, gradient: 0.2, remembered: {}, steps: 0, rate: 0.1, pull: 0 };

test('SGD moves against the gradient by the learning rate', () => {
  expect(optimizerStep('sgd', MOVED).after).toBeCloseTo(0.48, 12);
});

test('L2 adds its share of the weight to the gradient first, and says so', () => {
  const { lines, after } = optimizerStep('sgd', { ...MOVED, pull: 0.02 });
  expect(lines[0].name).toBe('gradient with L2');
  expect(lines[0].value).toBeCloseTo(0.21, 12);
  expect(after).toBeCloseTo(0.479, 12);
});

test('momentum keeps nine tenths of its previous value', () => {
  const { after } = optimizerStep('momentum', { ...MOVED, remembered: { momentum: 1 } });
  expect(after).toBeCloseTo(0.5 - 0.1 * 1.1, 12);
});

test('RMSProp divides by the root of the mean square', () => {
  const { after } = optimizerStep('rmsprop', { ...MOVED, remembered: { rms: 0.04 } });
  expect(after).toBeCloseTo(0.5 - (0.1 * 0.2) / Math.sqrt(0.04 + 1e-7), 12);
});

test('the first step of Adam is as long as the learning rate, whatever the gradient', () => {
  for (const gradient of [0.2, -3, 1e-4]) {
    const { after } = optimizerStep('adam', { ...MOVED, gradient });
    expect(after).toBeCloseTo(0.5 - 0.1 * Math.sign(gradient), 3);
  }
});

test('the last line is the new value, and each line’s value is used by the next ones', () => {
  const { lines, after } = optimizerStep('adam', { ...MOVED, remembered: { m: 0.1, v: 0.01 }, steps: 9 });
  expect(lines.map(({ name }) => name)).toEqual([
    'first moment',
    'second moment',
    'first moment, corrected',
    'second moment, corrected',
    'change',
    'new value',
  ]);
  expect(lines[0].value).toBeCloseTo(0.11, 12);
  expect(lines[1].value).toBeCloseTo(0.999 * 0.01 + 0.001 * 0.04, 12);
  expect(lines[2].numbers).toEqual([lines[0].value, 10]);
  expect(lines.at(-1)?.value).toBe(after);
});
