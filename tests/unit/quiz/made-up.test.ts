import { randomLcg } from 'd3-random';
import { describe, expect, it } from 'vitest';
import { COURSE_ASKED } from '@/lib/course/subject';
import { RULES } from '@/lib/kinds/registry';
import { bankOf, type Entry } from '@/lib/quiz/bank';
import { equalitiesIn, faultsOf, reckoned } from '@/lib/quiz/verify';
import { EVERY_KIND_ASKED } from '../support/every-kind';

const DRAWS = 1000;
const bank = bankOf(COURSE_ASKED);
const draws = ({ write }: Entry) =>
  Array.from({ length: DRAWS }, (_, n) => write(randomLcg((n + 0.5) / DRAWS)));
const isMadeUp = ({ id }: Entry) => id.startsWith('made-');
/** Questions about networks with kinds of layers that the course's network does not have. */
const others = EVERY_KIND_ASKED.flatMap(bankOf).filter(
  ({ id }, at, all) => ![...bank, ...all.slice(0, at)].some((other) => other.id === id),
);
const madeUp = [...bank, ...others].filter(isMadeUp);

describe('the bank', () => {
  it('has 120 questions or more, each with its own id', () => {
    expect(bank.length).toBeGreaterThanOrEqual(120);
    expect(new Set(bank.map(({ id }) => id)).size).toBe(bank.length);
  });

  it('has different numbers each time in 60 of them or more', () => {
    const generates = (entry: Entry) => new Set(draws(entry).map((question) => question?.text)).size > 1;
    expect(bank.filter(generates).length).toBeGreaterThanOrEqual(60);
    for (const entry of madeUp) expect(generates(entry), entry.id).toBe(true);
  });

  it('makes up questions about every kind of layer', () => {
    const asked = new Set(madeUp.map(({ id }) => id.split('-')[1]));
    for (const kind of Object.keys(RULES)) expect(asked).toContain(kind);
  });

  it.each([...bank, ...others].map((entry) => [entry.id, entry] as const))(
    '%s is without faults in a thousand draws',
    (id, entry) => {
      for (const question of draws(entry)) {
        if (question) expect(faultsOf(question), question.text).toEqual([]);
        else expect(id).not.toMatch(/^made-/);
      }
    },
  );
});

/** All numbers of a text, in order. */
const numbers = (text: string): number[] =>
  (text.match(/−?\d[\d,]*(?:\.\d+)?/g) ?? []).map((found) =>
    Number(found.replaceAll(',', '').replace('−', '-')),
  );
const relu = (value: number) => Math.max(0, value);
const product = (all: readonly number[]) => all.reduce((so, n) => so * n, 1);
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, one, at) => sum + one * b[at], 0);

// The answers computed once more, from the numbers in the text alone.
const RECKONED: Readonly<Record<string, (n: number[]) => readonly number[]>> = {
  'made-input-count': (n) => [product(n)],
  'made-normalize-other': ([divisor, , raw]) => [raw / divisor],
  'made-conv2d-valid': ([f, k, , , h, w]) => [h - k + 1, w - k + 1, f],
  'made-conv2d-same': ([f, , , , h, w]) => [Math.ceil(h / 2), Math.ceil(w / 2), f],
  'made-conv2d-strided': ([f, k, , , h, w]) => [Math.floor((h - k) / 2) + 1, Math.floor((w - k) / 2) + 1, f],
  'made-conv2d-weights': ([f, k, , , , , c]) => [(k * k * c + 1) * f],
  'made-conv2d-work': ([f, k, , , h, w, c]) => [(h - k + 1) * (w - k + 1) * f * k * k * c],
  'made-conv2d-byHand': (n) => [relu(dot(n.slice(0, 9), n.slice(9, 18)) + n[18])],
  'made-conv2d-channels': (n) => [dot(n.slice(2, 5), n.slice(5, 8)) + n[8]],
  'made-conv2d-padding': ([k]) => [(k - 1) / 2],
  'made-maxPool-map': (n) => {
    const [row, column] = n.slice(-2);
    const at = 8 * row + 2 * column;
    return [Math.max(n[at], n[at + 1], n[at + 4], n[at + 5])];
  },
  'made-maxPool-shape': ([size, , , h, w, c]) => [Math.floor(h / size), Math.floor(w / size), c],
  'made-maxPool-dropped': ([size, , , side]) => [side ** 2 - (side - (side % size)) ** 2],
  'made-averagePool-map': (n) => {
    const [row, column] = n.slice(-2);
    const at = 8 * row + 2 * column;
    return [(n[at] + n[at + 1] + n[at + 4] + n[at + 5]) / 4];
  },
  'made-averagePool-gradient': ([gradient, height, width]) => [gradient / (height * width)],
  'made-globalAveragePool-mean': ([, , ...values]) => [values.reduce((sum, one) => sum + one, 0) / 8],
  'made-globalAveragePool-length': ([, , c]) => [c],
  'made-activation-leaky': ([slope, value]) => [value < 0 ? slope * value : value],
  'made-activation-sigmoid': ([output, gradient]) => [gradient * output * (1 - output)],
  'made-batchNormalization-line': ([mean, deviation, gamma, beta, value]) => [
    (gamma * (value - mean)) / deviation + beta,
  ],
  'made-batchNormalization-trained': ([, , c]) => [2 * c],
  'made-dropout-training': ([rate, value]) => [value / (1 - rate)],
  'made-dropout-predicting': ([, value]) => [value],
  'made-zeroPadding-shape': ([h, w, c, top, bottom, left, right]) => [h + top + bottom, w + left + right, c],
  'made-zeroPadding-zeros': ([h, w, c, top, bottom, left, right]) => [
    ((h + top + bottom) * (w + left + right) - h * w) * c,
  ],
  'made-flatten-index': ([, w, d, , r, c, ch]) => [(r * w + c) * d + ch],
  'made-flatten-back': ([, w, d, , at]) => [Math.floor(at / (w * d)), Math.floor(at / d) % w, at % d],
  'made-flatten-length': (n) => [product(n)],
  'made-flatten-below': ([, w, d]) => [w * d],
  'made-dense-byHand': (n) => [relu(dot(n.slice(0, 3), n.slice(3, 6)) + n[6])],
  'made-dense-parameters': ([units, inputs]) => [units * inputs + units],
  'made-softmax-two': ([a, b]) => [100 / (1 + Math.exp(b - a))],
  'made-softmax-three': ([a, b, c]) => [(100 * a) / (a + b + c)],
  'made-softmax-shift': ([share]) => [share],
  'made-softmax-fromLoss': ([loss]) => [100 * Math.exp(-loss)],
  'made-prediction-field': ([a, , b]) => [a + b - 1, a + b - 1],
  'made-prediction-chain': ([h, w, , , , filters]) => [h / 2 - 1, w / 2 - 1, filters],
  'made-training-sgd': ([weight, gradient, rate]) => [weight - rate * gradient],
  'made-training-momentum': ([, kept, weight, gradient, rate]) => [weight - rate * (0.9 * kept + gradient)],
  'made-training-adam': ([rate, weight, gradient]) => [weight - rate * Math.sign(gradient)],
  'made-training-epoch': ([images, batch]) => [Math.ceil(images / batch)],
  'made-training-steps': ([epochs, images, batch]) => [(epochs * images) / batch],
  'made-training-accuracy': ([hit, miss, alarm, rest]) => [
    (100 * (hit + rest)) / (hit + miss + alarm + rest),
  ],
  'made-training-precision': ([hit, , alarm]) => [(100 * hit) / (hit + alarm)],
  'made-training-recall': ([hit, miss]) => [(100 * hit) / (hit + miss)],
  'made-training-harmonic': ([hit, alarm, miss]) => [(200 * hit) / (2 * hit + alarm + miss)],
  'made-training-majority': ([images, rare]) => [(100 * (images - rare)) / images],
};

describe('the answers of made-up questions', () => {
  it.each(Object.entries(RECKONED))('%s: whatever its numbers', (id, reckon) => {
    const entry = madeUp.find((one) => one.id === id);
    if (!entry) throw new Error(`no question ${id}`);
    for (const question of draws(entry)) {
      if (!question) throw new Error(`${id} came to nothing`);
      const expected = reckon(numbers(question.text));
      const shown = question.right.text.match(/−?\d[\d,]*(?:\.\d+)?/g) ?? [];
      expect(shown.length, question.text).toBe(expected.length);
      shown.forEach((text, at) => {
        const decimals = text.split('.')[1]?.length ?? 0;
        expect(Math.abs(numbers(text)[0] - expected[at]), question.text).toBeLessThanOrEqual(
          0.5001 * 10 ** -decimals,
        );
      });
    }
  });
});

describe('what makes a question faulty', () => {
  const option = (text: string, because = 'So it is.') => ({ text, because });
  const question = {
    id: 'id',
    topic: 'topic',
    text: 'How many?',
    right: option('7', '1 + 2 × 3 = 7.'),
    wrong: [option('8'), option('9'), option('10')] as const,
  };

  it('evaluates arithmetic as it is written', () => {
    expect(reckoned('1 + 2 × 3')).toBe(7);
    expect(reckoned('2 × (−1.5) + (−0.5)')).toBe(-3.5);
    expect(reckoned('1,200 ÷ (3 + 1) − 100')).toBe(200);
    expect(reckoned('exp(−2)')).toBeCloseTo(Math.exp(-2), 12);
    expect(reckoned('2 × (1 + 3')).toBeNaN();
    expect(
      equalitiesIn('First 12 − 3 + 1 = 10, then 10 ÷ 3 = 3.33, and 2 × 2 = 5.').map(({ holds }) => holds),
    ).toEqual([true, true, false]);
  });

  it('finds nothing in a good question, and the faults in others', () => {
    expect(faultsOf(question)).toEqual([]);
    expect(faultsOf({ ...question, right: option('7', '1 + 2 × 3 = 9.') })).toEqual([
      'it is not so that 1 + 2 × 3 = 9',
    ]);
    expect(faultsOf({ ...question, wrong: [option('7.0'), option('8'), option('9')] })).toEqual([
      'two options are the same number',
    ]);
    expect(faultsOf({ ...question, wrong: [option('8'), option('8'), option('9')] })).toContain(
      'two options are equal',
    );
    expect(faultsOf({ ...question, text: 'What is NaN?' })).toHaveLength(1);
  });
});
