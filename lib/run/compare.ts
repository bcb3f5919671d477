import { inFull, type TrainingSettings } from '@/lib/network/settings';

export type Setting = keyof ReturnType<typeof inFull>;

/** The settings that are not the same in all runs, in the order in which they are set; what is left open counts as what holds then. */
export function differingSettings(runs: readonly TrainingSettings[]): readonly Setting[] {
  const full = runs.map(inFull);
  const [first] = full;
  if (!first) return [];
  return ORDER.filter((setting) => full.some((settings) => settings[setting] !== first[setting]));
}

const ORDER: readonly Setting[] = [
  'optimizer',
  'learningRate',
  'batchSize',
  'epochs',
  'seed',
  'schedule',
  'initialisation',
  'dropout',
  'l2',
  'mirror',
  'shift',
  'jitter',
  'images',
  'labelNoise',
  'leftOut',
  'shuffle',
];
