import { describe, expect, it } from 'vitest';
import type { TrainingSettings } from '@/lib/network/settings';
import { inFull } from '@/lib/network/settings';
import { differingSettings, type Setting } from '@/lib/run/compare';

const PLAIN: TrainingSettings = {
  optimizer: 'adam',
  learningRate: 0.001,
  batchSize: 32,
  epochs: 10,
  seed: 1,
};
const OTHER: Required<TrainingSettings> = {
  optimizer: 'sgd',
  learningRate: 0.1,
  batchSize: 8,
  epochs: 3,
  seed: 2,
  schedule: 'cosine',
  initialisation: 'glorot',
  dropout: 0.5,
  l2: 0.1,
  mirror: true,
  shift: 2,
  jitter: 0.2,
  images: 100,
  labelNoise: 0.3,
  leftOut: 0,
  shuffle: false,
  patience: 2,
  balance: true,
  frozen: ['conv1'],
};

describe('the settings that differ between runs', () => {
  it('are none where all settings are the same, stated or left at their default', () => {
    expect(differingSettings([])).toEqual([]);
    expect(differingSettings([PLAIN, inFull(PLAIN), PLAIN])).toEqual([]);
  });

  it('are each setting that differs in one of the runs', () => {
    for (const setting of Object.keys(OTHER) as Setting[])
      expect(differingSettings([PLAIN, PLAIN, { ...PLAIN, [setting]: OTHER[setting] }])).toEqual([setting]);
    expect(differingSettings([PLAIN, OTHER])).toEqual(Object.keys(OTHER));
  });
});
