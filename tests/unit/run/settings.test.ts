import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inFull, type TrainingSettings } from '@/lib/network/settings';
import {
  INITIALISATIONS,
  type NumberField,
  OPTIMIZERS,
  readSettings,
  SCHEDULES,
  type SettingsText,
  settingsText,
} from '@/lib/run/settings';

const IMAGES = 1000;
const ON = { images: IMAGES, classes: 10, shape: [64, 64, 3] } as const;
const GOOD: SettingsText = settingsText({
  optimizer: 'adam',
  learningRate: 0.001,
  batchSize: 32,
  epochs: 10,
  seed: 1,
});

const problemOf = (field: NumberField, text: string) =>
  readSettings({ ...GOOD, [field]: text }, ON).problems[field];

describe('fields that can be used', () => {
  it('are parsed as numbers', () => {
    expect(readSettings(GOOD, ON)).toEqual({
      settings: { optimizer: 'adam', learningRate: 0.001, batchSize: 32, epochs: 10, seed: 1 },
      problems: {},
    });
  });

  it.each(['.5', '1e-3', ' 0.01 ', '1'])('accept %j as a learning rate', (text) => {
    expect(problemOf('learningRate', text)).toBeUndefined();
  });

  it('give back the settings they were filled from', () => {
    const share = fc.double({ min: 1e-6, max: 0.9, noNaN: true });
    const anySettings: fc.Arbitrary<TrainingSettings> = fc.record({
      optimizer: fc.constantFrom(...OPTIMIZERS),
      learningRate: fc.double({ min: 1e-7, max: 1, noNaN: true }),
      batchSize: fc.integer({ min: 1, max: 100 }),
      epochs: fc.integer({ min: 1, max: 100 }),
      seed: fc.integer({ min: 0, max: 999_999 }),
      schedule: fc.constantFrom(...SCHEDULES),
      initialisation: fc.constantFrom(...INITIALISATIONS),
      dropout: share,
      l2: share,
      mirror: fc.boolean(),
      shift: fc.integer({ min: 0, max: 16 }),
      jitter: share,
      images: fc.option(fc.integer({ min: 100, max: IMAGES / 2 })),
      labelNoise: share,
      leftOut: fc.option(fc.integer({ min: 0, max: 9 })),
      shuffle: fc.boolean(),
      patience: fc.option(fc.integer({ min: 1, max: 100 })),
      balance: fc.boolean(),
    });
    fc.assert(
      fc.property(anySettings, (settings) => {
        const read = readSettings(settingsText(settings), ON).settings;
        expect(read && inFull(read)).toEqual(inFull(settings));
      }),
    );
  });
});

it.each([
  [[64, 64, 3], 16],
  [[28, 28, 1], 7],
  [[48, 20, 3], 5],
  [[128, 128, 3], 32],
] as const)(
  'images of %j are shifted by at most a quarter of their shorter side, stored settings by 16',
  (shape, most) => {
    const problemOf = (shift: number, stored?: true) =>
      readSettings({ ...GOOD, shift: String(shift) }, { ...ON, shape, stored }).problems.shift;
    expect(problemOf(most)).toBeUndefined();
    expect(problemOf(most + 1)).toMatch(new RegExp(`from 0 to ${most}\\.`));
    expect(problemOf(Math.max(most, 16), true)).toBeUndefined();
    expect(problemOf(Math.max(most, 16) + 1, true)).toBeDefined();
  },
);

it('settings at their default are left out, as is a number of images that means all of them', () => {
  const { settings } = readSettings({ ...GOOD, images: String(IMAGES), dropout: '0', mirror: true }, ON);
  expect(settings).toEqual({
    optimizer: 'adam',
    learningRate: 0.001,
    batchSize: 32,
    epochs: 10,
    seed: 1,
    mirror: true,
  });
});

describe('fields that can’t be used get one sentence', () => {
  it.each([
    ['learningRate', '0', /no weight ever moves/],
    ['learningRate', '-0.1', /negative/],
    ['learningRate', '1e6', /above 1/],
    ['learningRate', 'NaN', /“NaN” is no number/],
    ['learningRate', '1e999', /no number/],
    ['learningRate', '', /Give a learning rate/],
    ['learningRate', '0x10', /no number/],
    ['batchSize', '1001', /larger than the 1000 training images/],
    ['batchSize', '0', /from 1 to 1000/],
    ['batchSize', '3.5', /whole number/],
    ['epochs', '0', /nothing is trained/],
    ['epochs', '-1', /whole number/],
    ['epochs', '1e6', /from 1 to 100/],
    ['seed', 'cat', /“cat”/],
    ['seed', '-1', /whole number/],
    ['seed', '', /Nothing does not work/],
    ['dropout', '1', /from 0 to 0.9/],
    ['dropout', '-0.1', /share that is dropped/],
    ['l2', 'NaN', /“NaN” does not work as the strength of L2/],
    ['shift', '2.5', /whole number from 0 to 16/],
    ['jitter', '1.1', /from 0 to 1/],
    ['images', '9', /some of the 10 classes are never met/],
    ['images', '1001', /from 10 to 1000/],
    ['labelNoise', '2', /wrong labels/],
  ] as const)('%s %j', (field, text, sentence) => {
    const read = readSettings({ ...GOOD, [field]: text }, ON);
    expect(read.settings).toBeNull();
    expect(Object.keys(read.problems)).toEqual([field]);
    expect(read.problems[field]).toMatch(sentence);
  });

  it('a batch size is compared with the images that are used, also when it is the only problem', () => {
    const { settings, problems } = readSettings({ ...GOOD, images: '20' }, ON);
    expect(settings).toBeNull();
    expect(problems).toEqual({ batchSize: expect.stringMatching(/larger than the 20 training images/) });
  });

  it('settings never leave their bounds, whatever is typed', () => {
    const typed = fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String));
    fc.assert(
      fc.property(typed, typed, typed, typed, (learningRate, batchSize, epochs, seed) => {
        const { settings, problems } = readSettings({ ...GOOD, learningRate, batchSize, epochs, seed }, ON);
        if (settings === null) expect(Object.keys(problems).length).toBeGreaterThan(0);
        else {
          expect(settings.learningRate).toBeGreaterThan(0);
          expect(settings.learningRate).toBeLessThanOrEqual(1);
          expect(settings.batchSize % 1).toBe(0);
          expect(settings.batchSize).toBeLessThanOrEqual(IMAGES);
          expect(settings.epochs).toBeGreaterThanOrEqual(1);
        }
      }),
    );
  });
});
