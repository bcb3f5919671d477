import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { architectureText, differences, readArchitecture } from '@/lib/challenges/architecture-text';
import { BROKEN, checkRepair, FAULTS } from '@/lib/course/challenges/repair';
import { BEGINNING, checkSmall, fewEnough, trainable } from '@/lib/course/challenges/small';
import { REFERENCE } from '@/lib/course/reference';
import type { EpochRecord } from '@/lib/network/run';
import { anyArchitecture } from '../support/networks';
import { must, sentenceOf } from '../support/result';

/** The broken architecture after some fields are edited. */
const repaired = (typed: Readonly<Record<string, string>>) => {
  const { architecture } = readArchitecture(BROKEN, { ...architectureText(BROKEN), ...typed });
  if (!architecture) throw new Error('a field holds no number');
  return checkRepair(architecture);
};
const SOLUTION = {
  'normalize.divisor': '255',
  'conv1.stride': '1',
  'conv2.kernel': '5',
  'pool2.size': '2',
  'output.units': '10',
};

describe('an architecture in a form', () => {
  it('reads back what was put in', () => {
    fc.assert(
      fc.property(anyArchitecture, (architecture) => {
        const { architecture: read, problems } = readArchitecture(
          architecture,
          architectureText(architecture),
        );
        // A convolution's activation has no field, so it stays unchanged.
        expect(read).toEqual(architecture);
        expect(problems).toEqual({});
      }),
    );
  });

  it.each(['', 'three', '1.5', '−2', '1234567'])('rejects “%s” as a number', (typed) => {
    const text = { ...architectureText(BROKEN), 'conv1.filters': typed };
    const { architecture, problems } = readArchitecture(BROKEN, text);
    expect(architecture).toBeNull();
    expect(problems).toEqual({
      'conv1.filters': '“filters” of conv1 takes a whole number of 0 or more, such as 3.',
    });
  });
});

describe('the sides of a window in a form', () => {
  const kernelOf = (typed: string) => {
    const { architecture, problems } = readArchitecture(REFERENCE, {
      ...architectureText(REFERENCE),
      'conv1.kernel': typed,
    });
    const layer = architecture?.layers.find(({ id }) => id === 'conv1');
    return layer && 'kernel' in layer ? layer.kernel : problems['conv1.kernel'];
  };
  it.each([
    ['4', 4],
    ['2 × 3', [2, 3]],
    ['2x3', [2, 3]],
    ['2, 3', [2, 3]],
    [' 3 × 3 ', 3],
  ])('“%s” is %j', (typed, sides) => {
    expect(kernelOf(typed)).toEqual(sides);
  });
  it.each(['', '×', '2 ×', '× 3', '2 × 3 × 4', '2.5', '2 × three', '-2'])(
    'rejects “%s” as the sides of a window',
    (typed) => {
      expect(kernelOf(typed)).toBe(
        '“kernel” of conv1 takes a whole number of 0 or more, such as 3, or height and width, such as 2 × 3.',
      );
    },
  );
});

describe('the broken architecture', () => {
  it('has five faults, each of which alone keeps it from working', () => {
    expect(FAULTS).toBe(5);
    expect(repaired(SOLUTION)).toMatchObject({ right: true });
    for (const key of Object.keys(SOLUTION))
      expect(repaired({ ...SOLUTION, [key]: architectureText(BROKEN)[key] })).toMatchObject({ right: false });
  });

  it.each(['1', '3', '4', '3 × 5'])('is repaired by any kernel that fits: %s', (kernel) => {
    expect(repaired({ ...SOLUTION, 'conv2.kernel': kernel })).toMatchObject({ right: true });
  });

  it.each([
    [{}, /“normalize” needs a divisor greater than 0/],
    [{ ...SOLUTION, 'conv1.stride': '0' }, /“conv1” needs a stride/],
    [{ ...SOLUTION, 'conv2.kernel': '32' }, /“conv2” has a 32 × 32 kernel, but its input is only 31 × 31/],
    [{ ...SOLUTION, 'pool2.size': '28' }, /“pool2” has a 28 × 28 window, but its input is only 27 × 27/],
    [{ ...SOLUTION, 'output.units': '9' }, /9 units, but there are 10 classes/],
    [{ ...SOLUTION, 'dense.units': '64' }, /you changed 6 settings, and 5 are enough/],
  ])('reports what is still wrong: %j', (typed, sentence) => {
    expect(repaired(typed)).toMatchObject({ right: false, sentence: expect.stringMatching(sentence) });
  });
});

const epoch = (number: number, accuracy: number, heldOutAccuracy: number): EpochRecord => ({
  epoch: number,
  loss: 1,
  accuracy,
  heldOutLoss: 1,
  heldOutAccuracy,
  milliseconds: 1,
  learningRate: 0.001,
  norms: {},
  answers: { training: [], heldOut: [] },
});

describe('a run with few parameters', () => {
  it('must have fewer than 200,000', () => {
    expect(sentenceOf(trainable(BEGINNING))).toMatch(/^It has 1,626,442 parameters/);
    const text = {
      ...architectureText(BEGINNING),
      'pool2.size': '4',
      'pool2.stride': '4',
      'dense.units': '48',
    };
    const { architecture } = readArchitecture(BEGINNING, text);
    expect(must(trainable(architecture ?? REFERENCE)).parameters).toBeLessThan(200_000);
    expect(differences(architecture ?? REFERENCE, REFERENCE)).toBe(3);
    const none = readArchitecture(BEGINNING, { ...text, 'pool2.stride': '0' }).architecture;
    expect(sentenceOf(trainable(none ?? REFERENCE))).toMatch(/“pool2” needs a stride/);
  });

  it('must have at most 15 epochs', () => {
    const settings = { optimizer: 'adam', learningRate: 0.001, batchSize: 32, seed: 1 } as const;
    expect(fewEnough({ ...settings, epochs: 15 }).ok).toBe(true);
    expect(sentenceOf(fewEnough({ ...settings, epochs: 16 }))).toBe('At most 15 epochs, not 16.');
  });

  it.each([
    [[epoch(0, 0.1, 0.1), epoch(1, 0.5, 0.6), epoch(2, 0.7, 0.55)], true, /^It came to 0.600 after epoch 1/],
    [[epoch(0, 0.1, 0.9)], false, /Training failed/],
    [[epoch(0, 0.1, 0.1), epoch(1, 0.99, 0.45)], false, /memorized/],
    [[epoch(0, 0.1, 0.1), epoch(1, 0.2, 0.1)], false, /learning rate/],
    [[epoch(0, 0.1, 0.1), epoch(1, 0.6, 0.45)], false, /still learning/],
  ])('is judged by its best epoch', (epochs, right, sentence) => {
    expect(checkSmall(epochs)).toMatchObject({ right, sentence: expect.stringMatching(sentence) });
  });
});
