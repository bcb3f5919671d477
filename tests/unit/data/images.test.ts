import { mean } from 'd3-array';
import { beforeAll, describe, expect, it } from 'vitest';
import { readImageCredits } from '@/lib/course/image-credits';
import { HELD_OUT_SET, IMAGE_SETS, TRAINING_SETS } from '@/lib/course/image-sets';
import { CLASSES } from '@/lib/course/reference';
import { COURSE } from '@/lib/course/subject';
import { imageOf } from '@/lib/data/data-set';
import { drawSamples } from '@/scripts/make/images/draw-samples';
import { drawSet, STREAMS } from '@/scripts/make/images/draw-set';
import { type Glyph, loadGlyphs } from '@/scripts/make/images/glyphs';

let known: Glyph[][];
let heldOut: Glyph[][];
beforeAll(async () => {
  known = await loadGlyphs(TRAINING_SETS);
  heldOut = await loadGlyphs([HELD_OUT_SET]);
}, 60_000);

const draw = (count: number, seed: number, stream: number = STREAMS.training) =>
  drawSet(known, count, seed, stream);

describe('the drawings', () => {
  it('have glyphs for every class, by several artists in the training set', () => {
    for (const [index, label] of CLASSES.entries()) {
      expect(new Set(known[index].map(({ set }) => set)).size, label).toBeGreaterThanOrEqual(4);
      expect(heldOut[index].length, label).toBeGreaterThan(0);
    }
  });

  it('keep the held-out artist out of training completely', () => {
    expect(TRAINING_SETS).not.toContain(HELD_OUT_SET);
    expect(known.flat().filter(({ set }) => set === HELD_OUT_SET)).toEqual([]);
    expect(heldOut.flat().every(({ set }) => set === HELD_OUT_SET)).toBe(true);
  });
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
    expect(draw(10, 7, STREAMS.heldOut).pixels).not.toEqual(once);
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
  it('show every class by known artists and by the held-out one, each drawn once', () => {
    const samples = drawSamples(known, heldOut, 7, 0);
    expect(samples.length).toBeGreaterThanOrEqual(40);
    expect(samples.length).toBeLessThanOrEqual(60);
    for (const label of CLASSES) {
      const own = samples.filter((sample) => sample.label === label);
      expect(new Set(own.map((sample) => sample.heldOut))).toEqual(new Set([true, false]));
      expect(own.every(({ heldOut, glyph }) => heldOut === (glyph.set === HELD_OUT_SET))).toBe(true);
    }
    expect(new Set(samples.map(({ id }) => id)).size).toBe(samples.length);
    expect(samples.find(({ id }) => id === COURSE.dataSet.first.id)?.heldOut).toBe(true);
  });

  it('are not training images', () => {
    const set = draw(100, 7);
    const trained = new Set(
      Array.from({ length: set.count }, (_, i) => Buffer.from(imageOf(set, i)).toString('base64')),
    );
    for (const { id, pixels } of drawSamples(known, heldOut, 7, 0)) {
      expect(trained.has(Buffer.from(pixels).toString('base64')), id).toBe(false);
    }
  });
});

describe('the credits', () => {
  it('name an author and an open licence for every set', async () => {
    const credits = await readImageCredits();
    expect(credits.map(({ set }) => set)).toEqual([...IMAGE_SETS]);
    for (const { author, licence, url } of credits) {
      expect(author).not.toBe('');
      expect(['Apache-2.0', 'MIT', 'CC-BY-4.0']).toContain(licence);
      expect(url).toMatch(/^https:/);
    }
  });
});
