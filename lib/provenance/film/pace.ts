import { exclude } from './conditions';
import type { Beat, Chapter } from './script';

/** The time of each beat of a chapter: beats that take each other's place take the same, that of the longest. */
function slots(beats: readonly Beat[]): readonly number[] {
  const seconds: number[] = [];
  for (let from = 0; from < beats.length; ) {
    let to = from + 1;
    while (to < beats.length && beats.slice(from, to).every((beat) => exclude(beat, beats[to]))) to++;
    const longest = Math.max(...beats.slice(from, to).map((beat) => beat.seconds));
    for (; from < to; from++) seconds.push(longest);
  }
  return seconds;
}

/**
 * The script in several languages at one pace: each beat takes the time of the longest. So a second of the film is in the same
 * beat in each language, and on each side of an alternative, before it is known which of them is told.
 * @throws Error where the languages do not have the same beats.
 */
export function atOnePace(scripts: readonly (readonly Chapter[])[]): readonly (readonly Chapter[])[] {
  if (scripts.some(({ length }) => length !== scripts[0].length))
    throw new Error('the film has not the same chapters in each language.');
  return scripts.map((script) => {
    return script.map(({ title, beats }, chapter) => {
      const alike = scripts.map((one) => one[chapter].beats);
      if (alike.some((own) => own.length !== beats.length))
        throw new Error(`the film’s chapter “${title}” has not the same beats in each language.`);
      const paces = alike.map(slots);
      return {
        title,
        beats: beats.map((beat, at) => ({ ...beat, seconds: Math.max(...paces.map((pace) => pace[at])) })),
      };
    });
  });
}
