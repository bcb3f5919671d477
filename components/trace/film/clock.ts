import { createStore, type StoreApi } from 'zustand/vanilla';
import { beatAt, besideAt, type Film, within } from '@/lib/provenance/film/at-time';

export const SPEEDS = [0.75, 1, 1.5] as const;

/** Where the film is. Written only by the clock's own functions, below. */
export interface ClockState {
  /** In seconds from its beginning. */
  readonly time: number;
  readonly playing: boolean;
  readonly speed: number;
  /** It does not go beyond the end of this beat: its sentences are still being spoken. Null: nothing holds it. */
  readonly held: number | null;
}

export interface Clock {
  readonly store: StoreApi<ClockState>;
  /** Goes on by some seconds of real time; it stops at the end. */
  advance(seconds: number): void;
  seek(time: number): void;
  step(what: 'beats' | 'chapters', by: 1 | -1): void;
  /** Plays on, from the beginning where it was over. */
  play(): void;
  pause(): void;
  setSpeed(speed: number): void;
  hold(beat: number | null): void;
  /** The film of another network: the time stays, within its length. */
  refit(film: Film): void;
}

/** Less than the shortest frame: a held film stays in its beat. */
const BEFORE = 0.001;

/** A film's clock. */
export function createClock(first: Film): Clock {
  let film = first;
  const store = createStore<ClockState>(() => ({ time: 0, playing: false, speed: 1, held: null }));
  const set = (state: Partial<ClockState>) => store.setState(state);
  const seek = (time: number) => set({ time: within(film, time), held: null });
  const endOf = (beat: number) => film.beats[beat].start + film.beats[beat].beat.seconds;
  return {
    store,
    advance(seconds) {
      const { time, speed, held } = store.getState();
      const to = time + seconds * speed;
      const holds = held !== null && held === beatAt(film, time);
      const next = within(film, holds ? Math.min(to, endOf(held) - BEFORE) : to);
      set(next >= film.seconds ? { time: next, playing: false } : { time: next });
    },
    seek,
    step: (what, by) => seek(besideAt(film, store.getState().time, what, by)),
    play() {
      const { time } = store.getState();
      set({ playing: film.seconds > 0, time: time >= film.seconds ? 0 : time });
    },
    pause: () => set({ playing: false }),
    setSpeed: (speed) => set({ speed }),
    hold: (held) => set({ held }),
    refit(next) {
      const { time, held } = store.getState();
      // What is being spoken may be a beat of both films.
      const stays = held !== null && next.beats[held]?.beat === film.beats[held]?.beat;
      film = next;
      set({ time: within(film, time), held: stays ? held : null });
    },
  };
}
