import { expect, it, vi } from 'vitest';
import { readSettings, settingsText } from '@/lib/run/settings';

vi.mock('@/words/format', () => import('@/lib/words/de/format'));

const ON = { images: 1000, classes: 10, shape: [64, 64, 3] } as const;

const GOOD = {
  optimizer: 'adam',
  learningRate: 0.001,
  batchSize: 32,
  epochs: 10,
  seed: 1,
  dropout: 0.25,
} as const;

it('appears in the fields with a decimal comma in a language that uses one, and is parsed back', () => {
  const text = settingsText(GOOD);
  expect(text).toMatchObject({ learningRate: '0,001', dropout: '0,25' });
  expect(readSettings(text, ON)).toEqual({ settings: GOOD, problems: {} });
});

it.each(['0,01', ',01', '0.01', '1e-2'])('accepts %j there', (learningRate) => {
  expect(readSettings({ ...settingsText(GOOD), learningRate }, ON).settings?.learningRate).toBe(0.01);
});

it.each(['0,0,1', '1.000,5'])('does not guess what %j means', (learningRate) => {
  expect(readSettings({ ...settingsText(GOOD), learningRate }, ON).settings).toBeNull();
});
