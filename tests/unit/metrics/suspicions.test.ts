import { describe, expect, it } from 'vitest';
import type { LabelledImages } from '@/lib/data/data-set';
import { leaksInto } from '@/lib/data/sets/look/leaks';
import type { Scored } from '@/lib/metrics/classification';
import { doubtfulLabels, suspicionsOf } from '@/lib/metrics/suspicions';
import { noise } from '../data/sets/support/forms';

describe('suspicious predictions', () => {
  // Three images of each of two classes, and three of a third that is never predicted.
  const scored: Scored = {
    classes: 3,
    labels: [0, 0, 0, 1, 1, 1, 2, 2, 2],
    probabilities: new Float32Array(
      [
        [0.9, 0.05, 0.05],
        [0.7, 0.2, 0.1],
        // As sure of the second class as that class's own images make the network on average (0.7).
        [0.1, 0.85, 0.05],
        [0.1, 0.8, 0.1],
        [0.2, 0.7, 0.1],
        [0.3, 0.6, 0.1],
        [0.5, 0.1, 0.4],
        [0.45, 0.1, 0.45],
        [0.2, 0.5, 0.3],
      ].flat(),
    ),
  };

  it('name a class that is never predicted, with its images', () => {
    expect(suspicionsOf(scored)[0]).toEqual({ kind: 'collapsed', unit: 2, images: [6, 7, 8] });
  });

  it('name labels that are contradicted with unusual confidence, the most doubtful first', () => {
    // Of the first class the mean is (0.9 + 0.7 + 0.1) / 3 = 0.57, so the 0.5 of image 6 is not enough.
    expect(doubtfulLabels(scored)).toEqual([2]);
    const surer = { ...scored, probabilities: scored.probabilities.slice() };
    surer.probabilities.set([0.6, 0.1, 0.3], 18);
    expect(doubtfulLabels(surer)).toEqual([2, 6]);
    surer.probabilities.set([0.98, 0.01, 0.01], 18);
    expect(doubtfulLabels(surer)).toEqual([6, 2]);
  });

  it('are none where all is right', () => {
    expect(
      suspicionsOf({ classes: 2, labels: [0, 1], probabilities: new Float32Array([1, 0, 0, 1]) }),
    ).toEqual([]);
  });
});

it('measured images that look like a training image are found, copies and brighter ones', async () => {
  const shape = [12, 12, 1] as const;
  const images = (
    seeds: readonly number[],
    change: (byte: number) => number = (byte) => byte,
  ): LabelledImages => ({
    count: seeds.length,
    shape,
    pixels: Uint8Array.from(seeds.flatMap((seed) => [...noise(144, seed)].map(change))),
    labels: new Uint8Array(seeds.length),
  });
  const training = images([1, 2, 3, 4, 5]);
  const same = images([9, 3, 10, 5]);
  expect(await leaksInto(training, same, async () => {})).toEqual([1, 3]);
  const brighter = images([2, 11], (byte) => Math.min(255, byte + 4));
  expect(await leaksInto(training, brighter, async () => {})).toEqual([0]);
});
