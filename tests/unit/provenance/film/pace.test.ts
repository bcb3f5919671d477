import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { beatAt } from '@/lib/provenance/film/at-time';
import { atOnePace } from '@/lib/provenance/film/pace';
import { SHELF } from '@/lib/shelf/shelf';
import { LANGUAGES } from '@/lib/site/languages';
import { filmAbout, readFilm } from '@/lib/site/walk/film';
import { epochsWith, falling } from './support';

const scripts = await Promise.all(LANGUAGES.map((locale) => readFilm(locale)));
const [english, german] = scripts;

describe('the pace', () => {
  it('is the same in each language: the same second is in the same beat', () => {
    for (const shelf of SHELF) {
      const [one, other] = scripts.map((script) => filmAbout(script, shelf));
      expect(other.seconds).toBe(one.seconds);
      fc.assert(
        fc.property(fc.double({ min: 0, max: one.seconds, noNaN: true }), (time) => {
          expect(beatAt(other, time)).toBe(beatAt(one, time));
        }),
      );
    }
  });

  it('does not change when the epochs of a run have loaded', () => {
    for (const shelf of SHELF)
      for (const epochs of [
        falling(11),
        epochsWith([
          [2, 2],
          [3, 1],
          [4, 4],
          [4, 4],
        ]),
      ])
        expect(filmAbout(english, shelf, epochs).beats.map(({ start }) => start)).toEqual(
          filmAbout(english, shelf).beats.map(({ start }) => start),
        );
  });
});

test('languages whose beats differ have no common pace', () => {
  expect(() => atOnePace([english, german.slice(1)])).toThrow(/same chapters/);
  const [first, ...others] = german;
  const shorter = [{ ...first, beats: first.beats.slice(1) }, ...others];
  expect(() => atOnePace([english, shorter])).toThrow(/same beats/);
});
