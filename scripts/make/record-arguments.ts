import { parseArgs } from 'node:util';
import { INITIALISATIONS, OPTIMIZERS, SCHEDULES, type TrainingSettings } from '@/lib/network/settings';
import type { ShippedSubject } from '@/lib/network/subject';
import { fail, ok, type Result } from '@/lib/result';
import { readSettings, settingsText, trainedOn } from '@/lib/run/settings';
import { SHELF } from '@/lib/shelf/shelf';

/** The defaults of `npm run record`, by the subject's id: the runs that ship. */
const SHIPPED: Readonly<Record<string, TrainingSettings>> = {
  [SHELF[0].id]: { optimizer: 'adam', learningRate: 0.001, batchSize: 32, epochs: 10, seed: 1 },
  photographs: {
    optimizer: 'adam',
    learningRate: 0.002,
    batchSize: 64,
    epochs: 30,
    seed: 1,
    schedule: 'cosine',
    mirror: true,
    shift: 3,
  },
  digits: {
    optimizer: 'adam',
    learningRate: 0.002,
    batchSize: 64,
    epochs: 10,
    seed: 1,
    schedule: 'cosine',
    shift: 2,
  },
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
  patience: text,
  balance: flag,
} as const;

/** One of the existing names, or the default where none is given. */
function oneOf<T extends string>(names: readonly T[], requested: string | undefined, otherwise: T): T {
  const found = requested === undefined ? otherwise : names.find((name) => name === requested);
  if (found === undefined) throw new Error(`“${requested}” is not one of ${names.join(', ')}`);
  return found;
}

/** The index of a class by its name; null where none is given. */
function classIndex(name: string | undefined, classes: readonly string[]): number | null {
  return name === undefined ? null : classes.indexOf(oneOf(classes, name, classes[0]));
}

/** A run that a command line requests. */
export interface AskedRun {
  readonly subject: ShippedSubject;
  readonly settings: TrainingSettings;
  /** The folder to write to; by default the one that ships. */
  readonly out: string | undefined;
}

/** The run that a command line requests, the course's if no subject is named; a sentence where that is impossible. */
export function readRecordArguments(args: readonly string[]): Result<AskedRun> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const ids = SHELF.map(({ id }) => id);
  const subject = SHELF.find(({ id }) => id === oneOf(ids, positionals[0], SHELF[0].id)) ?? SHELF[0];
  const { classes } = subject.dataSet;
  const plain = settingsText(SHIPPED[subject.id]);
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
      leftOut: classIndex(values['left-out'], classes),
      shuffle: values['in-order'] ? false : plain.shuffle,
      patience: values.patience ?? plain.patience,
      balance: values.balance ?? plain.balance,
      frozen: plain.frozen,
    },
    trainedOn(subject.dataSet),
  );
  return settings ? ok({ subject, settings, out: values.out }) : fail(Object.values(problems).join(' '));
}
