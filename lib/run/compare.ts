import { inFull, isSameSetting, type TrainingSettings } from '@/lib/network/settings';

export type Setting = keyof ReturnType<typeof inFull>;

/** The settings that differ between runs, in the order of the form; an unset one counts as its default. */
export function differingSettings(runs: readonly TrainingSettings[]): readonly Setting[] {
  const full = runs.map(inFull);
  const [first] = full;
  if (!first) return [];
  return ORDER.filter((setting) =>
    full.some((settings) => !isSameSetting(settings[setting], first[setting])),
  );
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
  'patience',
  'balance',
  'frozen',
];
