import { describe, expect, test } from 'vitest';
import { accuracyOf, agreementOf, calibratedLoss, confidenceOf, lossAt } from '@/lib/course/claims/answers';
import { CLAIM_IDS, CLAIMS, type ClaimId, isClaimId } from '@/lib/course/claims/claims';
import { claimsIn } from '@/lib/course/claims/in-text';
import { formatClaim, imagesOfClaim, RECORDED } from '@/lib/course/claims/recorded';
import { CLASSES } from '@/lib/course/reference';
import type { Scored } from '@/lib/metrics/classification';
import { clusteredMean } from '@/lib/metrics/clustered';
import { LANGUAGES } from '@/lib/site/languages';
import { TEXTS } from '@/lib/site/texts';
import { shownClaims } from '@/scripts/check/claims/shown';
import words from '@/words/claims';

describe('the claims of the texts', () => {
  const shown = shownClaims();

  test('every number that a text shows is measured', () => {
    expect(shown.filter(({ claim }) => !isClaimId(claim))).toEqual([]);
  });

  test.each(LANGUAGES)('every measured number is shown in %s', (locale) => {
    const others = LANGUAGES.filter((one) => one !== locale).map((one) => `${TEXTS[one]}/`);
    const own = shown.filter(
      ({ file }) =>
        file.startsWith(`${TEXTS[locale]}/`) &&
        !(locale === 'en' && others.some((other) => file.startsWith(other))),
    );
    const ids = new Set(own.map(({ claim }) => claim));
    expect(CLAIM_IDS.filter((id) => !ids.has(id))).toEqual([]);
  });

  test.each(CLAIM_IDS)('%s was recorded, and its sentence holds', (id) => {
    const [least, most] = CLAIMS[id].holds;
    expect(RECORDED.values[id]).toBeGreaterThanOrEqual(least);
    expect(RECORDED.values[id]).toBeLessThanOrEqual(most);
    expect(words[id]()).not.toBe('');
  });

  test('the sentences compare the numbers in the right order', () => {
    const value = RECORDED.values;
    const rising: readonly (readonly ClaimId[])[] = [
      ['swappedAccuracy', 'rawAccuracy', 'testAccuracy', 'trainingAccuracy'],
      ['shift1Changed', 'shift2Changed', 'shift4Changed', 'shift8Changed'],
      ['shift8Accuracy', 'testAccuracy'],
      ['confidence', 'rawConfidence'],
      ['confidence', 'trainingConfidence'],
      ['photographsRight', 'testAccuracy', 'photographsConfidence', 'confidence'],
      ['loss', 'rawLoss'],
      ['convParameters', 'plainParameters', 'allParameters', 'unsharedParameters', 'denseParameters'],
      ['silentButTrained', 'silentFilters'],
      ['testAccuracyLow', 'naiveLow', 'testAccuracy', 'naiveHigh', 'testAccuracyHigh'],
      ['lowestLossEpoch', 'bestAccuracyEpoch'],
      ['lowestLoss', 'lastLoss'],
      // The rise of the loss is over-confidence: without it nothing rises.
      ['lastLossFitted', 'lowestLossFitted', 'lowestLoss'],
    ];
    for (const ids of rising)
      ids.slice(1).forEach((id, at) => {
        expect(value[id], `${ids[at]} before ${id}`).toBeGreaterThan(value[ids[at]]);
      });
  });

  test('a number is written in its form, with what it was counted on', () => {
    expect(formatClaim('swappedAccuracy', 0.29)).toMatch(/^29\.0\s?%$/);
    expect(formatClaim('plainParameters', 1_574_282)).toBe('1,574,282');
    expect(formatClaim('rawConfidence', 0.9999979)).toBe('0.999998');
    expect(formatClaim('rawLoss', 216.8)).toBe('217');
    expect(imagesOfClaim('plainParameters')).toBeNull();
    const { training, heldOut } = RECORDED.sets;
    expect(imagesOfClaim('silentButTrained')).toEqual({
      images: training.images + heldOut.images,
      originals: training.originals + heldOut.originals,
    });
  });

  test('the data card adds up', () => {
    for (const { images, originals, classes } of Object.values(RECORDED.sets)) {
      expect(classes).toHaveLength(CLASSES.length);
      expect(classes.reduce((sum, one) => sum + one.images, 0)).toBe(images);
      expect(classes.reduce((sum, one) => sum + one.originals, 0)).toBe(originals);
    }
  });

  test('claims are found in a text, each once', () => {
    expect(claimsIn('<Measured claim="a" /> and <Measured claim="b" />, <Measured claim="a" />')).toEqual([
      'a',
      'b',
    ]);
  });
});

describe('what claims compute', () => {
  const scored = (rows: readonly (readonly number[])[], labels: readonly number[]): Scored => ({
    probabilities: Float32Array.from(rows.flat()),
    labels,
    classes: rows[0].length,
  });
  const one = scored(
    [
      [0.75, 0.25],
      [0.5, 0.5],
      [0.25, 0.75],
    ],
    [0, 1, 1],
  );

  test('accuracy, confidence and agreement count the most probable class', () => {
    expect(accuracyOf(one)).toBeCloseTo(2 / 3);
    expect(confidenceOf(one)).toBeCloseTo(2 / 3);
    expect(
      agreementOf(
        one,
        scored(
          [
            [0.9, 0.1],
            [0.1, 0.9],
            [0.1, 0.9],
          ],
          [0, 1, 1],
        ),
      ),
    ).toBeCloseTo(2 / 3);
  });

  test('the loss at temperature 1 is the cross-entropy; a high one makes all classes alike', () => {
    expect(lossAt(one, 1)).toBeCloseTo(-(Math.log(0.75) + Math.log(0.5) + Math.log(0.75)) / 3, 6);
    expect(lossAt(one, 1e9)).toBeCloseTo(Math.log(2), 6);
  });

  test('a fitted temperature undoes over-confidence', () => {
    // Right three times in four, at a certainty of 0.99: dividing the logits by ln 99 / ln 3 makes it 0.75.
    const sure = scored(
      Array.from({ length: 4 }, () => [0.99, 0.01]),
      [0, 0, 0, 1],
    );
    expect(calibratedLoss(sure)).toBeCloseTo(-(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25)), 3);
    expect(calibratedLoss(sure)).toBeLessThan(lossAt(sure, 1));
  });
});

describe('an interval that counts sources', () => {
  const values = [1, 1, 0, 1, 0, 0, 1, 1];

  test('is the usual one where every value has a source of its own', () => {
    const { mean, low, high, sources } = clusteredMean(values, [...values.keys()]);
    const half = 1.96 * Math.sqrt((mean * (1 - mean)) / 7);
    expect(mean).toBe(0.625);
    expect(low).toBeCloseTo(mean - half, 10);
    expect(high).toBeCloseTo(Math.min(1, mean + half), 10);
    expect(sources).toBe(8);
  });

  test('does not shrink when every value is copied', () => {
    const copied = [...values, ...values, ...values, ...values];
    const sources = copied.map((_, at) => at % values.length);
    const [before, after] = [clusteredMean(values, [...values.keys()]), clusteredMean(copied, sources)];
    expect(after.low).toBeCloseTo(before.low, 10);
    expect(after.sources).toBe(8);
  });
});
