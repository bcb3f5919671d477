import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClock } from '@/components/trace/film/clock';
import { filmOf, momentAt } from '@/lib/provenance/film/at-time';
import type { Beat } from '@/lib/provenance/film/script';

const beatOf = (seconds: number): Beat => ({
  figure: 'image',
  at: 'image',
  value: null,
  epochs: null,
  activation: null,
  sentences: [],
  seconds,
});
const film = filmOf([
  { title: 'one', beats: [beatOf(4), beatOf(6)] },
  { title: 'two', beats: [beatOf(5)] },
]);

type Act = (clock: ReturnType<typeof createClock>) => void;
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.double({ min: 0, max: 20, noNaN: true }).map(
    (to): Act =>
      (clock) =>
        clock.seek(to),
  ),
  fc.double({ min: 0, max: 3, noNaN: true }).map(
    (by): Act =>
      (clock) =>
        clock.advance(by),
  ),
  fc.constantFrom<Act>(
    (clock) => clock.play(),
    (clock) => clock.pause(),
    (clock) => clock.step('beats', 1),
    (clock) => clock.step('beats', -1),
    (clock) => clock.step('chapters', 1),
    (clock) => clock.setSpeed(1.5),
    (clock) => clock.hold(0),
  ),
);

test('what is shown at a time is the same however one came there', () => {
  fc.assert(
    fc.property(fc.array(anyAct), fc.double({ min: 0, max: 15, noNaN: true }), (acts, time) => {
      const clock = createClock(film);
      for (const act of acts) act(clock);
      clock.seek(time);
      expect(momentAt(film, clock.store.getState().time)).toEqual(momentAt(film, time));
    }),
  );
});

test('it runs at its speed, stops at the end, and begins anew from there', () => {
  const clock = createClock(film);
  clock.play();
  clock.setSpeed(1.5);
  clock.advance(2);
  expect(clock.store.getState().time).toBe(3);
  clock.advance(100);
  expect(clock.store.getState()).toMatchObject({ time: 15, playing: false });
  clock.play();
  expect(clock.store.getState()).toMatchObject({ time: 0, playing: true });
});

test('a beat that is still being spoken is not left, until it is over or one goes elsewhere', () => {
  const clock = createClock(film);
  clock.play();
  clock.hold(0);
  clock.advance(9);
  expect(momentAt(film, clock.store.getState().time).at).toBe(0);
  clock.hold(null);
  clock.advance(0.5);
  expect(momentAt(film, clock.store.getState().time).at).toBe(1);
  clock.hold(1);
  clock.step('beats', 1);
  expect(momentAt(film, clock.store.getState().time).at).toBe(2);
});

test('the film of a shorter script keeps the time within its length', () => {
  const clock = createClock(film);
  clock.seek(12);
  clock.refit(filmOf([{ title: 'one', beats: [beatOf(4)] }]));
  expect(clock.store.getState().time).toBe(4);
});
