import { parseArgs } from 'node:util';
import { TRAINING_COUNT } from '@/lib/course/image-sets';
import { CLASSES } from '@/lib/course/reference';
import { INITIALISATIONS, OPTIMIZERS, SCHEDULES, type TrainingSettings } from '@/lib/network/settings';
import { fail, ok, type Result } from '@/lib/result';
import { readSettings, settingsText } from '@/lib/run/settings';

/** The defaults of `npm run record`: the run that ships. */
const SHIPPED: TrainingSettings = {
  optimizer: 'adam',
  learningRate: 0.001,
  batchSize: 32,
  epochs: 10,
  seed: 1,
};

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

const options = {
  out: text,
  optimizer: text,
  rate: text,
  batch: text,
  epochs: text,
  seed: text,
  schedule: text,
  initialisation: text,
  dropout: text,
  l2: text,
  mirror: flag,
  shift: text,
  jitter: text,
  images: text,
  noise: text,
  'left-out': text,
  'in-order': flag,
} as const;

/** One of the existing names, or the default where none is given. */
function oneOf<T extends string>(names: readonly T[], given: string | undefined, otherwise: T): T {
  const found = given === undefined ? otherwise : names.find((name) => name === given);
  if (found === undefined) throw new Error(`“${given}” is not one of ${names.join(', ')}`);
  return found;
}

/** The index of a class by its name; null where none is given. */
function classIndex(name: string | undefined): number | null {
  return name === undefined ? null : CLASSES.indexOf(oneOf(CLASSES, name, CLASSES[0]));
}

/** The settings that a command line requests, and where the run is to be written; a sentence where that is impossible. */
export function readRecordArguments(
  args: readonly string[],
): Result<{ readonly settings: TrainingSettings; readonly out: string | undefined }> {
  const { values } = parseArgs({ args: [...args], options });
  const plain = settingsText(SHIPPED);
  const { settings, problems } = readSettings(
    {
      optimizer: oneOf(OPTIMIZERS, values.optimizer, plain.optimizer),
      learningRate: values.rate ?? plain.learningRate,
      batchSize: values.batch ?? plain.batchSize,
      epochs: values.epochs ?? plain.epochs,
      seed: values.seed ?? plain.seed,
      schedule: oneOf(SCHEDULES, values.schedule, plain.schedule),
      initialisation: oneOf(INITIALISATIONS, values.initialisation, plain.initialisation),
      dropout: values.dropout ?? plain.dropout,
      l2: values.l2 ?? plain.l2,
      mirror: values.mirror ?? plain.mirror,
      shift: values.shift ?? plain.shift,
      jitter: values.jitter ?? plain.jitter,
      images: values.images ?? plain.images,
      labelNoise: values.noise ?? plain.labelNoise,
      leftOut: classIndex(values['left-out']),
      shuffle: values['in-order'] ? false : plain.shuffle,
    },
    TRAINING_COUNT,
    CLASSES.length,
  );
  return settings ? ok({ settings, out: values.out }) : fail(Object.values(problems).join(' '));
}
