import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrationOf } from '@/lib/metrics/calibration';
import {
  againstRest,
  answersOf,
  atThreshold,
  ratesOf,
  type Scored,
  thresholdCurve,
  topK,
} from '@/lib/metrics/classification';

// Computed by hand: four images, three classes.
const SMALL: Scored = {
  classes: 3,
  labels: [0, 0, 1, 2],
  probabilities: new Float32Array([0.75, 0.25, 0, 0.5, 0.125, 0.375, 0.625, 0.25, 0.125, 0.25, 0.5, 0.25]),
};

/** Any network's predictions for up to 30 images. */
const scored: fc.Arbitrary<Scored> = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 30 }))
  .chain(([classes, images]) =>
    fc
      .tuple(
        fc.array(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: classes, maxLength: classes }), {
          minLength: images,
          maxLength: images,
        }),
        fc.array(fc.nat(classes - 1), { minLength: images, maxLength: images }),
      )
      .map(([rows, labels]) => ({
        classes,
        labels,
        probabilities: Float32Array.from(
          rows.flatMap((row) => row.map((one) => one / row.reduce((a, b) => a + b, 0))),
        ),
      })),
  );

describe('metrics by hand', () => {
  it('sorts the images of a class against the rest', () => {
    expect(answersOf(SMALL)).toEqual([0, 0, 0, 1]);
    const parts = againstRest(SMALL.labels, 0, (image) => answersOf(SMALL)[image] === 0);
    expect(parts).toEqual({ hits: [0, 1], falseAlarms: [2], misses: [], rejections: [3] });
    expect(ratesOf(parts)).toEqual({ precision: 2 / 3, recall: 1, f1: 0.8 });
  });

  it('changes with the threshold', () => {
    expect(atThreshold(SMALL, 0, 0.7)).toEqual({
      hits: [0],
      falseAlarms: [],
      misses: [1],
      rejections: [2, 3],
    });
    expect(thresholdCurve(SMALL, 0).map(({ threshold, recall }) => [threshold, recall])).toEqual([
      [0.75, 0.5],
      [0.625, 0.5],
      [0.5, 1],
      [0.25, 1],
    ]);
    expect(ratesOf(atThreshold(SMALL, 2, 0.9)).precision).toBeNaN();
  });

  it('counts images whose class is among the top k', () => {
    expect([1, 2, 3].map((k) => topK(SMALL, k))).toEqual([0.5, 0.75, 1]);
  });

  it('compares confidence with accuracy', () => {
    const { bins, error } = calibrationOf(SMALL, 4);
    expect(bins.map(({ images }) => images)).toEqual([[], [], [1, 2, 3], [0]]);
    expect(bins[2].confidence).toBeCloseTo((0.5 + 0.625 + 0.5) / 3, 12);
    expect(bins[2].accuracy).toBeCloseTo(1 / 3, 12);
    expect(error).toBeCloseTo((3 * Math.abs(1.625 / 3 - 1 / 3) + 0.25) / 4, 12);
  });
});

describe('metrics of any predictions', () => {
  it('put every image in one part and one bin', () => {
    fc.assert(
      fc.property(scored, fc.double({ min: 0, max: 1, noNaN: true }), (any, threshold) => {
        const parts = atThreshold(any, 0, threshold);
        const all = [...parts.hits, ...parts.falseAlarms, ...parts.misses, ...parts.rejections];
        expect(all.sort((a, b) => a - b)).toEqual(Array.from(any.labels, (_, image) => image));
        expect(calibrationOf(any).bins.flatMap(({ images }) => images)).toHaveLength(any.labels.length);
      }),
    );
  });

  it('are consistent: accuracy equals top 1 and the mean of the bins, and top k never falls', () => {
    fc.assert(
      fc.property(scored, (any) => {
        const right = answersOf(any).filter((answer, image) => answer === any.labels[image]).length;
        expect(topK(any, 1)).toBe(right / any.labels.length);
        const { bins, error } = calibrationOf(any);
        const binned = bins.reduce(
          (sum, { images, accuracy }) => sum + (images.length && images.length * accuracy),
          0,
        );
        expect(binned).toBeCloseTo(right, 9);
        expect(error).toBeGreaterThanOrEqual(0);
        expect(error).toBeLessThanOrEqual(1);
        for (let k = 1; k < any.classes; k++) expect(topK(any, k + 1)).toBeGreaterThanOrEqual(topK(any, k));
        expect(topK(any, any.classes)).toBe(1);
      }),
    );
  });

  it('find no fewer images of a class at a lower threshold', () => {
    fc.assert(
      fc.property(scored, (any) => {
        const recalls = thresholdCurve(any, 0).flatMap(({ recall }) =>
          Number.isNaN(recall) ? [] : [recall],
        );
        expect(recalls).toEqual([...recalls].sort((a, b) => a - b));
      }),
    );
  });
});
