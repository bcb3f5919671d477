import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { referencePipeline } from '@/lib/course/reference';
import { flyingAt, legOf, progressAfter } from '@/lib/provenance/film/leg';
import { resolve } from '@/lib/provenance/film/resolve';
import { layoutOf } from '@/lib/provenance/space/layout';
import { poseOf } from '@/lib/provenance/space/view';
import { SHELF } from '@/lib/shelf/shelf';
import { filmAbout, readFilm } from '@/lib/site/walk/film';

const film = filmAbout(await readFilm('en'), SHELF[0]);
const subject = {
  pipeline: referencePipeline,
  trace: null,
  epochs: [],
  images: 0,
  classWord: (name: string) => name,
};
const shownAt = (at: number) => resolve(film.beats[at].beat, subject);
const legAt = (at: number) => legOf(film, at, shownAt(at), referencePipeline);
const layout = layoutOf(referencePipeline);
const screen = { width: 800, height: 450 };

describe('a flight', () => {
  it('begins every chapter, and every beat that turns to another stage, and no other beat', () => {
    for (const [at, { chapter }] of film.beats.entries()) {
      const before = film.beats[at - 1];
      const turns = !before || shownAt(at - 1).stage !== shownAt(at).stage;
      expect(legAt(at) !== null, `beat ${at}`).toBe(turns || before.chapter !== chapter);
    }
    expect(legAt(0)?.from).toEqual({ of: 'everything' });
    expect(film.beats.filter((_, at) => legAt(at)).length).toBeGreaterThanOrEqual(film.chapters.length);
  });

  it('leads from one sight to the other, and leaves most of its beat to the drawing', () => {
    for (const [at, { beat }] of film.beats.entries()) {
      const leg = legAt(at);
      if (!leg) continue;
      expect(leg.seconds).toBeLessThanOrEqual(beat.seconds * 0.3);
      const first = flyingAt(leg, beat.seconds, 0, layout, screen);
      const from = poseOf(leg.from, layout, screen);
      expect(first?.pose).toEqual({ ...from, distance: expect.closeTo(from.distance, 6) });
      const last = flyingAt(leg, beat.seconds, (leg.seconds / beat.seconds) * 0.999, layout, screen);
      expect(last?.pose.distance).toBeCloseTo(poseOf(leg.to, layout, screen).distance, 6);
      expect(last?.opacity).toBeLessThan(0.01);
    }
  });
});

test('the drawing of a beat stands still while the film flies, and is whole at the end', () => {
  fc.assert(
    fc.property(fc.nat(film.beats.length - 1), fc.double({ min: 0, max: 1, noNaN: true }), (at, progress) => {
      const { beat, chapter } = film.beats[at];
      const leg = legAt(at);
      const own = progressAfter(leg, beat.seconds, { at, chapter, progress });
      expect(own).toBeGreaterThanOrEqual(0);
      expect(own).toBeLessThanOrEqual(progress + 1e-12);
      if (leg && flyingAt(leg, beat.seconds, progress, layout, screen)) expect(own).toBe(0);
      if (progress === 1) expect(own).toBe(1);
      if (!leg) expect(own).toBe(progress);
    }),
  );
});
