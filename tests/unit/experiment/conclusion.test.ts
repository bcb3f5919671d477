import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  brokenSentence,
  guessSentence,
  headline,
  methodSentence,
  pairSentence,
} from '@/components/ways/experiment/conclusion-words';
import { type Conclusion, conclude } from '@/lib/experiment/conclusion';
import type { Plan } from '@/lib/experiment/plan';
import { PLAN, runsWith } from './support';

const TWO: Plan = { ...PLAN, variants: ['0.001', '0.01'], repeats: 4 };

function concluded(plan: Plan, ends: readonly (readonly (number | null)[])[]): Conclusion {
  const found = conclude({ plan, runs: runsWith(plan, ends) });
  if (!found) throw new Error('no conclusion');
  return found;
}

describe('two variants', () => {
  it('with differences larger than the noise have a winner', () => {
    const found = concluded(TWO, [
      [0.3, 0.32, 0.28, 0.31],
      [0.2, 0.21, 0.2, 0.2],
    ]);
    const [pair] = found.pairs;
    // Differences 0.10, 0.11, 0.08, 0.11: mean 0.1, deviation √(0.0006 / 3) = 0.01414; t of 3 degrees is 3.182.
    expect(pair).toMatchObject({ ahead: 0, behind: 1, clear: true, constant: false, needed: null });
    expect(pair.difference.mean).toBeCloseTo(0.1, 12);
    expect(pair.difference.low).toBeCloseTo(0.1 - (3.18245 * 0.0141421) / 2, 6);
    expect(found.leaders).toEqual([0]);
    expect(headline(TWO, found)).toBe('“0.001” is the best: it beats every other by more than the noise.');
    expect(pairSentence(TWO, pair)).toBe(
      '“0.001” beats “0.01” by 10 percentage points on average. The true difference very likely lies between 7.7 and 12.3, so it is more than noise.',
    );
  });

  it('that overlap from seed to seed are within the noise, and it says how many seeds would be needed', () => {
    const found = concluded(TWO, [
      [0.3, 0.2, 0.35, 0.25],
      [0.2, 0.28, 0.3, 0.26],
    ]);
    const [pair] = found.pairs;
    expect(pair.clear).toBe(false);
    expect(found.leaders).toEqual([0, 1]);
    expect(headline(TWO, found)).toMatch(/^The differences are within the noise/);
    expect(pairSentence(TWO, pair)).toMatch(
      /anywhere between −.* and .*: within the noise\. If .* \d+ seeds/,
    );
  });

  it('are compared seed by seed: what all variants of a seed share is not noise', () => {
    const found = concluded(TWO, [
      [0.1, 0.5, 0.3, 0.7],
      [0.08, 0.47, 0.28, 0.67],
    ]);
    expect(found.pairs[0].clear).toBe(true);
  });

  it('that differ by the same amount each time leave the noise undetermined', () => {
    const [pair] = concluded(TWO, [
      [0.3, 0.3, 0.3, 0.3],
      [0.2, 0.2, 0.2, 0.2],
    ]).pairs;
    expect(pair).toMatchObject({ clear: false, constant: true, needed: null });
    expect(pairSentence(TWO, pair)).toMatch(/exactly 10 percentage points with every seed/);
  });

  it('that perform the same are reported as equal', () => {
    const found = concluded(TWO, [
      [0.3, 0.2, 0.3, 0.2],
      [0.3, 0.2, 0.3, 0.2],
    ]);
    expect(pairSentence(TWO, found.pairs[0])).toBe('“0.001” and “0.01” came out the same with every seed.');
  });

  it('are judged by loss with the lower one ahead, and their figures stay losses', () => {
    const plan: Plan = { ...TWO, judge: 'heldOutLoss' };
    // The loss is 2 − accuracy.
    const found = concluded(plan, [
      [0.2, 0.21, 0.2, 0.22],
      [0.3, 0.32, 0.28, 0.31],
    ]);
    expect(found.leaders).toEqual([1]);
    expect(found.spreads[0]?.low).toBeCloseTo(1.78);
    expect(pairSentence(plan, found.pairs[0])).toMatch(/^“0.01” beats “0.001” by 0.095 of loss/);
  });
});

describe('three variants', () => {
  it('are compared with wider intervals, so that all intervals are right together', () => {
    const ends = [
      [0.3, 0.32, 0.28],
      [0.2, 0.21, 0.2],
    ];
    const two = concluded({ ...TWO, repeats: 3 }, ends);
    const three = concluded(PLAN, [...ends, [0.1, 0.12, 0.11]]);
    const width = ({ pairs }: Conclusion) => {
      const pair = pairs.find(({ ahead, behind }) => ahead === 0 && behind === 1);
      return pair ? pair.difference.high - pair.difference.low : 0;
    };
    // The quantiles of Student's t with 2 degrees of freedom at 1 − 0.05 / 3 and at 0.95.
    expect(width(three) / width(two)).toBeCloseTo(7.6488 / 4.3027, 3);
    expect(methodSentence(PLAN, three)).toContain('Bonferroni');
    expect(methodSentence(TWO, two)).not.toContain('Bonferroni');
  });

  it('have no single winner when two of them are close', () => {
    const found = concluded({ ...PLAN, repeats: 4 }, [
      [0.31, 0.29, 0.3, 0.33],
      [0.3, 0.3, 0.31, 0.31],
      [0.1, 0.11, 0.1, 0.12],
    ]);
    expect(found.leaders).toEqual([0, 1]);
    expect(headline(PLAN, found)).toBe(
      'No single winner: “0.0001” and “0.001” are within the noise of the best, and the others are behind.',
    );
  });

  it('are compared without the one that failed, which is reported', () => {
    const found = concluded(PLAN, [
      [0.3, 0.32, 0.28],
      [0.2, 0.21, 0.2],
      [0.1, null, null],
    ]);
    expect(found.ranking).toEqual([0, 1]);
    expect(found.pairs).toHaveLength(1);
    expect(found.spreads[2]).toBeNull();
    expect(brokenSentence(PLAN, found)).toMatch(/^“0.01” failed in 2 of 3 runs/);
  });

  it('are not compared when all of them failed', () => {
    const found = concluded(PLAN, [
      [null, 0.2, 0.2],
      [0.2, null, 0.2],
      [0.1, 0.2, null],
    ]);
    expect(headline(PLAN, found)).toMatch(/^Nothing can be compared/);
  });
});

it('waits for two seeds that all variants were trained with', () => {
  const runs = (ends: readonly (readonly number[])[]) => runsWith(TWO, ends);
  expect(conclude({ plan: TWO, runs: runs([[0.3, 0.2], [0.3]]) })).toBeNull();
  expect(
    conclude({
      plan: TWO,
      runs: runs([
        [0.3, 0.2, 0.1],
        [0.3, 0.2],
      ]),
    })?.seeds,
  ).toEqual([7, 8]);
});

it('reports how the guess did', () => {
  const clear = concluded(TWO, [
    [0.3, 0.32, 0.28, 0.31],
    [0.2, 0.21, 0.2, 0.2],
  ]);
  const open = concluded(TWO, [
    [0.3, 0.2, 0.35, 0.25],
    [0.2, 0.28, 0.3, 0.26],
  ]);
  const sentenceFor = (guess: number | null, found: Conclusion) => guessSentence({ ...TWO, guess }, found);
  expect(sentenceFor(null, clear)).toBeNull();
  expect(sentenceFor(0, clear)).toMatch(/and it did/);
  expect(sentenceFor(1, clear)).toMatch(/it did not/);
  expect(sentenceFor(-1, clear)).toMatch(/but there is one/);
  expect(sentenceFor(1, open)).toMatch(/can’t tell/);
  expect(sentenceFor(-1, open)).toMatch(/so it came out/);
});

it('finds a winner no more often than it states, where all variants are the same', () => {
  // The same 400 experiments each time: accuracies that differ by chance alone.
  let state = 99;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const accuracy = () => 0.3 + 0.02 * (uniform() + uniform() + uniform() - uniform() - uniform() - uniform());
  let wrong = 0;
  for (let n = 0; n < 400; n++) {
    const ends = PLAN.variants.map(() => Array.from({ length: 5 }, accuracy));
    if (concluded({ ...PLAN, repeats: 5 }, ends).pairs.some(({ clear }) => clear)) wrong++;
  }
  expect(wrong / 400).toBeLessThan(0.07);
  expect(wrong).toBeGreaterThan(0);
});

it('does not depend on the order of the variants', () => {
  const end = fc.integer({ min: 0, max: 200 }).map((right) => right / 200);
  const ends = fc.array(fc.tuple(end, end), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(ends, (pairs) => {
      const [one, other] = [pairs.map(([first]) => first), pairs.map(([, second]) => second)];
      const there = concluded(TWO, [one, other]).pairs[0];
      const back = concluded(TWO, [other, one]).pairs[0];
      expect(back.clear).toBe(there.clear);
      expect(back.difference.mean).toBeCloseTo(there.difference.mean, 12);
      expect(there.difference.mean).toBeGreaterThanOrEqual(-1e-12);
    }),
  );
});
