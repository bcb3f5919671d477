import type { Beat, Chapter } from './script';

/** A beat in its place in the film. */
export interface TimedBeat {
  readonly beat: Beat;
  /** The index of its chapter. */
  readonly chapter: number;
  /** When it begins, in seconds. */
  readonly start: number;
}

/** A script laid out in time. */
export interface Film {
  readonly chapters: readonly { readonly title: string; readonly start: number; readonly seconds: number }[];
  readonly beats: readonly TimedBeat[];
  readonly seconds: number;
}

/** What is shown at a time. */
export interface Moment {
  /** The index of the beat. */
  readonly at: number;
  readonly chapter: number;
  /** How much of the beat is over, 0 to 1. */
  readonly progress: number;
}

/** Lays the chapters out one after the other. A chapter without beats is left out. */
export function filmOf(script: readonly Chapter[]): Film {
  let start = 0;
  const beats: TimedBeat[] = [];
  const chapters = script
    .filter((chapter) => chapter.beats.length > 0)
    .map(({ title, beats: own }, chapter) => {
      const begin = start;
      for (const beat of own) {
        beats.push({ beat, chapter, start });
        start += beat.seconds;
      }
      return { title, start: begin, seconds: start - begin };
    });
  return { chapters, beats, seconds: start };
}

/** A time within the film. */
export const within = ({ seconds }: Film, time: number): number =>
  Number.isFinite(time) ? Math.max(0, Math.min(seconds, time)) : 0;

/** The index of the beat at a time, in seconds: the last that has begun. */
export function beatAt({ beats }: Film, time: number): number {
  let [low, high] = [0, beats.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (beats[middle].start <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A time as a whole second of the same beat: rounded down it could lie in the one before. */
export function secondAt(film: Film, time: number): number {
  const second = Math.floor(time);
  return second < film.beats[beatAt(film, time)].start ? second + 1 : second;
}

/** What is shown at a time: it depends on nothing else. */
export function momentAt(film: Film, time: number): Moment {
  const at = beatAt(film, time);
  const { beat, chapter, start } = film.beats[at];
  const progress = Math.max(0, Math.min(1, (within(film, time) - start) / beat.seconds));
  return { at, chapter, progress };
}

/** The time of the beat, or of the chapter, that is `by` steps away from a time. */
export function besideAt(film: Film, time: number, what: 'beats' | 'chapters', by: 1 | -1): number {
  const all = film[what];
  const { at, chapter } = momentAt(film, time);
  const to = (what === 'beats' ? at : chapter) + by;
  if (to < 0) return 0;
  return all[to]?.start ?? film.seconds;
}

/**
 * How far the run is at a moment of a beat on training, as an index into its epochs. However short the run is, a beat that
 * leaves the first epoch comes to the next.
 */
export function epochAt([from, to]: readonly [number, number], progress: number, epochs: number): number {
  const last = Math.max(0, epochs - 1);
  const [begin, end] = [from, to].map((share) =>
    Math.min(last, Math.max(Math.ceil(share), Math.round(share * last))),
  );
  return Math.round(begin + (end - begin) * progress);
}
