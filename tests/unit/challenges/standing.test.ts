import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Standing } from '@/lib/challenges/standing';
import { afterAttempt, afterHint, further, UNTRIED } from '@/lib/challenges/standing';
import { PROBLEM_IDS, problemNamed } from '@/lib/course/challenges/ids';
import { PROBLEMS } from '@/lib/course/challenges/problems';

const solved = (misses: number, hints: number): Standing => {
  let standing = UNTRIED;
  for (let n = 0; n < hints; n++) standing = afterHint(standing, 2);
  for (let n = 0; n < misses; n++) standing = afterAttempt(standing, false);
  return afterAttempt(standing, true);
};

test.each([
  [0, 0, 3],
  [1, 0, 3],
  [2, 0, 2],
  [0, 1, 2],
  [3, 1, 1],
  [0, 2, 1],
  [9, 2, 1],
])('after %i misses and %i hints, %i stars are left', (misses, hints, stars) => {
  expect(solved(misses, hints)).toEqual({ attempts: misses + 1, hints, stars });
});

test('further attempts and hints change nothing after a problem is solved', () => {
  fc.assert(
    fc.property(fc.nat(8), fc.nat(2), fc.boolean(), (misses, hints, right) => {
      const done = solved(misses, hints);
      expect(afterAttempt(done, right)).toBe(done);
      expect(afterHint(done, 2)).toBe(done);
    }),
  );
});

test('the more advanced of two standings is kept', () => {
  const standing = fc.record({ attempts: fc.nat(20), hints: fc.nat(2), stars: fc.nat(3) });
  fc.assert(
    fc.property(standing, standing, (one, other) => {
      const kept = further(one, other);
      expect(kept.stars).toBe(Math.max(one.stars, other.stars));
      expect([one, other]).toContain(kept);
    }),
  );
});

test('there are ten problems, each with its own id and with hints', () => {
  expect(PROBLEM_IDS).toHaveLength(10);
  for (const id of PROBLEM_IDS) {
    expect(PROBLEMS[id].id).toBe(id);
    for (const text of [PROBLEMS[id].text, ...PROBLEMS[id].hints]) expect(text).toMatch(/^[A-Z0-9].*[.?]$/s);
    expect(problemNamed(id)).toBe(id);
  }
  for (const none of [null, '', 'toString', 'shape2']) expect(problemNamed(none)).toBeNull();
});
