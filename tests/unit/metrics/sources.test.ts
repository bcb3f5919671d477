import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECORDED } from '@/lib/course/claims/recorded';
import { COURSE } from '@/lib/course/subject';
import { clusteredMean } from '@/lib/metrics/clustered';
import { sourceCount, sourcesOf, standardError } from '@/lib/metrics/sources';

describe('the sources of images', () => {
  it('come in turn within their class, and no two classes share one', () => {
    expect(sourcesOf([0, 1, 0, 1, 0, 1], [2, 3])).toEqual([0, 2, 1, 3, 0, 4]);
    expect(sourcesOf([1, 0, 1])).toEqual([0, 1, 2]);
  });

  it('are as many as there are images where nothing else is known', () => {
    const counts = { training: 9, heldOut: 8 };
    expect(sourceCount(counts, 'heldOut')).toBe(8);
    expect(sourceCount(counts, 'test')).toBe(0);
    expect(sourceCount({ ...counts, sources: { heldOut: [1, 2] } }, 'heldOut')).toBe(3);
  });

  it('of the course are those that its claims count', () => {
    const { counts, classes } = COURSE.dataSet;
    for (const set of ['heldOut', 'test'] as const) {
      expect(counts.sources?.[set]).toEqual(RECORDED.sets[set].classes.map(({ originals }) => originals));
      const labels = Array.from({ length: counts[set] ?? 0 }, (_, image) => image % classes.length);
      expect(new Set(sourcesOf(labels, counts.sources?.[set])).size).toBe(RECORDED.sets[set].originals);
    }
  });
});

describe('the standard error', () => {
  it('is that of the interval which knows every answer, where copies are right or wrong together', () => {
    const sources = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(sources, fc.integer({ min: 1, max: 5 }), (right, copies) => {
        const each = right.flatMap((_, source) => Array.from({ length: copies }, () => source));
        const { mean, low, high } = clusteredMean(
          each.map((source) => right[source]),
          each,
        );
        const m = right.length;
        const floor = standardError(mean, m);
        const half = 1.96 * Math.max(1 / m, Math.sqrt((mean * (1 - mean)) / m) * Math.sqrt(m / (m - 1)));
        expect(half).toBeGreaterThanOrEqual(1.96 * floor - 1e-12);
        expect(low).toBeCloseTo(Math.max(0, mean - half), 10);
        expect(high).toBeCloseTo(Math.min(1, mean + half), 10);
      }),
    );
  });

  it('is never 0: that all are right does not make it certain', () => {
    expect(standardError(1, 49)).toBeCloseTo(1 / 49, 12);
    expect(clusteredMean([1, 1, 1, 1], [0, 1, 2, 3]).low).toBeLessThan(0.6);
  });
});
