import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beatAt, besideAt, epochAt, filmOf, momentAt, secondAt } from '@/lib/provenance/film/at-time';
import { type Beat, type Chapter, secondsOf, wordsIn } from '@/lib/provenance/film/script';

const beatOf = (seconds: number): Beat => ({
  figure: 'image',
  at: 'image',
  value: null,
  epochs: null,
  activation: null,
  sentences: [],
  seconds,
});

const anyScript: fc.Arbitrary<readonly Chapter[]> = fc.array(
  fc
    .array(fc.double({ min: 0.5, max: 30, noNaN: true }).map(beatOf), { minLength: 1, maxLength: 6 })
    .map((beats) => ({
      title: 'A chapter',
      beats,
    })),
  { minLength: 1, maxLength: 8 },
);
const anyTime = fc.double({ min: -10, max: 2000, noNaN: true });

test('the durations of the beats add up to their chapters, and those to the film', () => {
  fc.assert(
    fc.property(anyScript, (script) => {
      const film = filmOf(script);
      expect(film.beats.length).toBe(script.flatMap(({ beats }) => beats).length);
      const sum = film.beats.reduce((all, { beat }) => all + beat.seconds, 0);
      expect(film.seconds).toBeCloseTo(sum, 6);
      for (const [at, { start, seconds }] of film.chapters.entries())
        expect(start + seconds).toBeCloseTo(film.chapters[at + 1]?.start ?? film.seconds, 6);
    }),
  );
});

test('at each time the beat stands there that has begun last, as far as the time is in it', () => {
  fc.assert(
    fc.property(anyScript, anyTime, (script, time) => {
      const film = filmOf(script);
      const { at, chapter, progress } = momentAt(film, time);
      const { start, beat } = film.beats[at];
      const inside = Math.max(0, Math.min(film.seconds, time));
      expect(start).toBeLessThanOrEqual(inside);
      expect(film.beats[at + 1]?.start ?? film.seconds).toBeGreaterThanOrEqual(inside);
      expect(start + progress * beat.seconds).toBeCloseTo(inside, 6);
      expect(film.beats[at].chapter).toBe(chapter);
    }),
  );
});

test('steps lead to the beginning of every beat, forwards and back, and stay within the film', () => {
  fc.assert(
    fc.property(anyScript, (script) => {
      const film = filmOf(script);
      let time = 0;
      for (const { start } of film.beats.slice(1)) {
        time = besideAt(film, time, 'beats', 1);
        expect(time).toBe(start);
      }
      expect(besideAt(film, time, 'beats', 1)).toBe(film.seconds);
      for (let back = 0; back <= film.beats.length; back++) time = besideAt(film, time, 'beats', -1);
      expect(time).toBe(0);
      for (const { start } of film.chapters.slice(1)) {
        time = besideAt(film, time, 'chapters', 1);
        expect(time).toBe(start);
      }
      expect(beatAt(film, besideAt(film, time, 'chapters', 1))).toBe(film.beats.length - 1);
    }),
  );
});

test('the whole second of a time, as a link has it, lies in the same beat and next to the time', () => {
  fc.assert(
    fc.property(anyScript, fc.double({ min: 0, max: 1, noNaN: true }), (script, share) => {
      // Beats of a second and more.
      const film = filmOf(
        script.map((chapter) => ({
          ...chapter,
          beats: chapter.beats.map((beat) => beatOf(beat.seconds + 1)),
        })),
      );
      for (const time of [share * film.seconds, ...film.beats.map(({ start }) => start)]) {
        const second = secondAt(film, time);
        expect(beatAt(film, second)).toBe(beatAt(film, time));
        expect(Math.abs(second - time)).toBeLessThan(1);
      }
    }),
  );
});

test('a chapter without beats is left out', () => {
  const film = filmOf([
    { title: 'empty', beats: [] },
    { title: 'full', beats: [beatOf(3)] },
  ]);
  expect(film.chapters.map(({ title }) => title)).toEqual(['full']);
  expect(momentAt(film, 1).chapter).toBe(0);
});

test('a beat on training goes through the epochs of its part of the run', () => {
  expect([0, 0.5, 1].map((progress) => epochAt([0, 1], progress, 11))).toEqual([0, 5, 10]);
  expect(epochAt([0.5, 1], 0, 11)).toBe(5);
  expect(epochAt([0, 1], 1, 0)).toBe(0);
});

test('however short a run is, a beat that leaves its first epoch comes to the next, step by step', () => {
  for (const epochs of [2, 3, 4, 5, 11]) {
    expect(epochAt([0, 0.1], 0, epochs)).toBe(0);
    expect(epochAt([0, 0.1], 1, epochs)).toBe(1);
    expect(epochAt([0, 0], 1, epochs)).toBe(0);
    expect(epochAt([0.5, 1], 1, epochs)).toBe(epochs - 1);
  }
  expect(epochAt([0, 0.1], 1, 1)).toBe(0);
  expect([0, 0.2, 0.4, 0.6, 0.8, 1].map((progress) => epochAt([0, 1], progress, 4))).toEqual([
    0, 1, 1, 2, 2, 3,
  ]);
});

test('a sentence takes its words, and a number is one', () => {
  expect(wordsIn('The value is {value}, at {row} × {column}.')).toBe(7);
  // 150 words a minute, and the pause.
  expect(secondsOf(['one two three four five'])).toBeCloseTo(2 + 1.5);
  expect(secondsOf(['one', 'two'], 3)).toBeCloseTo(0.8 + 1.5 + 3);
});
