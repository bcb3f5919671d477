import { createHash } from 'node:crypto';
import { mean } from 'd3-array';
import { beforeAll, describe, expect, it } from 'vitest';
import { readImageCredits } from '@/lib/course/image-credits';
import {
  IMAGE_SETS,
  OWN_SET,
  TEST_COUNT,
  TEST_SETS,
  TRAINING_COUNT,
  TRAINING_SETS,
  VALIDATION_COUNT,
} from '@/lib/course/image-sets';
import { CLASSES } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import { imageOf, type LabelledImages } from '@/lib/data/data-set';
import { drawSamples } from '@/scripts/make/images/draw-samples';
import { drawSet } from '@/scripts/make/images/draw-set';
import type { Glyph } from '@/scripts/make/images/glyphs';
import { originalsOf } from '@/scripts/make/images/originals';
import { STREAMS } from '@/scripts/make/images/random';
import {
  loadSets,
  type OriginalsByClass,
  type OriginalsOfSets,
  validationPlaces,
} from '@/scripts/make/images/sets';

let sets: OriginalsOfSets;
beforeAll(async () => {
  sets = await loadSets();
}, 120_000);

const PARTS = ['training', 'validation', 'test'] as const;
const draw = (count: number, seed: number, stream: number = STREAMS.training) =>
  drawSet(sets.training, count, seed, stream);
const glyphsOf = (part: OriginalsByClass): readonly Glyph[] => part.flat(2);
const hashesOf = (set: LabelledImages): readonly string[] =>
  Array.from({ length: set.count }, (_, at) => createHash('sha256').update(imageOf(set, at)).digest('hex'));

describe('the originals', () => {
  it('are in one of the three sets only, by name and by their pixels', () => {
    for (const of of [
      ({ set, name }: Glyph) => `${set}/${name}`,
      ({ rgba, height, width }: Glyph) =>
        `${height} ${width} ${createHash('sha256').update(rgba).digest('hex')}`,
    ]) {
      const [training, validation, test] = PARTS.map((part) => new Set(glyphsOf(sets[part]).map(of)));
      expect([...validation].filter((one) => training.has(one))).toEqual([]);
      expect([...test].filter((one) => training.has(one) || validation.has(one))).toEqual([]);
    }
  });

  it('of one class never differ so little that they would count as one, across training and validation', async () => {
    for (const [label, name] of CLASSES.entries()) {
      const kept = sets.validation[label];
      const others = sets.training[label];
      const together = await originalsOf([...others, ...kept].flat());
      expect(together.length, name).toBe(others.length + kept.length);
    }
  }, 120_000);

  it('are several in every class: three artists to train on, two drawings to validate and five to test with', () => {
    for (const [label, name] of CLASSES.entries()) {
      const artists = new Set(sets.training[label].flat().map(({ set }) => set));
      expect(artists.size, name).toBeGreaterThanOrEqual(3);
      expect(sets.validation[label].length, name).toBeGreaterThanOrEqual(2);
      expect(sets.test[label].length, name).toBeGreaterThanOrEqual(5);
    }
  });

  it('are divided by the seed: alike for the same one, otherwise for another, and never all of a class', () => {
    const divided = (seed: number) =>
      CLASSES.map((_, label) => [...validationPlaces(30, seed, label)].toSorted((a, b) => a - b));
    expect(divided(7)).toEqual(divided(7));
    expect(divided(8)).not.toEqual(divided(7));
    for (const places of divided(7)) {
      expect(places).toHaveLength(5);
      expect(places.every((place) => place >= 0 && place < 30)).toBe(true);
    }
    // Of few originals at least two are kept, however many that is of them.
    expect(validationPlaces(6, 7, 0).size).toBe(2);
    expect(CLASSES.map((_, label) => sets.training[label].length)).not.toContain(0);
  });

  it('of the test set are by artists whose work is never trained on, nor chosen by', () => {
    const known: readonly string[] = TRAINING_SETS;
    const tested: readonly string[] = [...TEST_SETS, OWN_SET];
    expect(tested.filter((set) => known.includes(set))).toEqual([]);
    expect(glyphsOf(sets.training).every(({ set }) => known.includes(set))).toBe(true);
    expect(glyphsOf(sets.validation).every(({ set }) => known.includes(set))).toBe(true);
    expect(glyphsOf(sets.test).every(({ set }) => tested.includes(set))).toBe(true);
  });

  it('take in what differs only in a colour, and keep apart what has another shape', () => {
    const birds = [...sets.training, ...sets.validation, ...sets.test]
      .flat()
      .filter((original) => original.some(({ set, name }) => set === 'twemoji' && name === 'bird'));
    expect(birds).toHaveLength(1);
    expect(birds[0].map(({ name }) => name)).toContain('black-bird');
    expect(birds[0].map(({ name }) => name)).not.toContain('swan');
  });
});

describe('the three drawn sets', () => {
  it('have no image in common', () => {
    const [training, validation, test] = (
      [
        ['training', TRAINING_COUNT],
        ['validation', VALIDATION_COUNT],
        ['test', TEST_COUNT],
      ] as const
    ).map(([part, count]) => hashesOf(drawSet(sets[part], count, 7, STREAMS[part])));
    const all = [...training, ...validation, ...test];
    expect(new Set(all).size).toBe(TRAINING_COUNT + VALIDATION_COUNT + TEST_COUNT);
  }, 120_000);
});

describe('a drawn set', () => {
  it('is the same, byte for byte, for the same seed, and a shorter set is its beginning', () => {
    const once = draw(30, 7);
    expect(draw(30, 7)).toEqual(once);
    expect(draw(10, 7).pixels).toEqual(once.pixels.subarray(0, 10 * 64 * 64 * 3));
  });

  it('differs for another seed and for another stream', () => {
    const once = draw(10, 7).pixels;
    expect(draw(10, 8).pixels).not.toEqual(once);
    expect(draw(10, 7, STREAMS.validation).pixels).not.toEqual(once);
  });

  it('is balanced from the beginning', () => {
    expect([...draw(20, 7).labels]).toEqual([...CLASSES.keys(), ...CLASSES.keys()]);
  });

  it('has no duplicate image and none that is nearly uniform', () => {
    const set = draw(60, 7);
    const seen = new Set<string>();
    for (let index = 0; index < set.count; index++) {
      const pixels = imageOf(set, index);
      const centre = mean(pixels) ?? 0;
      const spread = Math.sqrt(mean(pixels, (value) => (value - centre) ** 2) ?? 0);
      expect(spread, `image ${index}`).toBeGreaterThan(15);
      seen.add(Buffer.from(pixels).toString('base64'));
    }
    expect(seen.size).toBe(60);
  });
});

describe('the samples', () => {
  it('show every class by known artists and by those of the test set, each drawn once', () => {
    const samples = drawSamples(sets, 7, 0);
    const known: readonly string[] = TRAINING_SETS;
    expect(samples.length).toBeGreaterThanOrEqual(40);
    expect(samples.length).toBeLessThanOrEqual(60);
    for (const label of CLASSES) {
      const own = samples.filter((sample) => sample.label === label);
      expect(new Set(own.map((sample) => sample.heldOut))).toEqual(new Set([true, false]));
      expect(own.every(({ heldOut, glyph }) => heldOut === !known.includes(glyph.set))).toBe(true);
    }
    expect(new Set(samples.map(({ id }) => id)).size).toBe(samples.length);
    expect(samples.find(({ id }) => id === COURSE.dataSet.first.id)?.heldOut).toBe(true);
  });

  it('are not training images', () => {
    const set = draw(100, 7);
    const trained = new Set(
      Array.from({ length: set.count }, (_, i) => Buffer.from(imageOf(set, i)).toString('base64')),
    );
    for (const { id, pixels } of drawSamples(sets, 7, 0)) {
      expect(trained.has(Buffer.from(pixels).toString('base64')), id).toBe(false);
    }
  });
});

describe('the credits', () => {
  it('name an author and an open licence for every set', async () => {
    const credits = await readImageCredits();
    expect(credits.map(({ set }) => set)).toEqual([...IMAGE_SETS]);
    for (const { set, author, licence, licenceUrl, url } of credits) {
      expect(author).not.toBe('');
      expect(['Apache-2.0', 'MIT', 'CC-BY-4.0', 'CC-BY-SA-4.0']).toContain(licence);
      expect(licenceUrl).toMatch(/^https:/);
      if (set === OWN_SET) expect(url).toBeNull();
      else expect(url).toMatch(/^https:/);
    }
  });
});
