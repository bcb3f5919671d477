import { expect, test } from 'vitest';
import { softmax as terms } from '@/lib/kinds/parts/activation';
import { answerDifference } from '@/scripts/check/roundtrip/compare';

const LOGITS = [21.4, 20.6, 9.1, 8];

const softmax = (logits: readonly number[]) => terms(logits).map(({ probability }) => probability);

test('what two answers differ by is what their logits do, of the largest', () => {
  expect(answerDifference(softmax(LOGITS), softmax(LOGITS))).toBe(0);
  const off = LOGITS.map((logit, at) => (at === 1 ? logit + 1e-4 : logit));
  const found = answerDifference(softmax(LOGITS), softmax(off));
  expect(found).toBeGreaterThan(1e-4 / 25);
  expect(found).toBeLessThan(1e-4 / 5);
});

test('an improbable class may not make room for a difference of the others', () => {
  const [first, second] = [0.5, 0.4999].map((share) => [share, 1 - share, 0]);
  expect(answerDifference(first, second)).toBeGreaterThan(1e-6);
  expect(answerDifference([1 - 1e-30, 1e-30], [1, 0])).toBe(0);
});

test('another number of classes, and what is no number, are no difference that may pass', () => {
  expect(answerDifference([0.5, 0.5], [1])).toBeNaN();
  expect(answerDifference([0.5, 0.5], [0.5, Number.NaN])).toBeNaN();
  expect(answerDifference(softmax(LOGITS), LOGITS)).toBeGreaterThan(1e-6);
});
