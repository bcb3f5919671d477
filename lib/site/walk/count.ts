/** How many words a text has to read, and how long reading and doing take. Pure. */

/** The usual pace of silent reading, rounded down, because this is not a novel. */
const WORDS_A_MINUTE = 200;

/** What a page, or a part of it, asks of its reader. */
export interface Work {
  /** To read. */
  readonly words: number;
  /** What is done: looked at, set, answered, waited for. */
  readonly tasks: number;
  /** The duration of these tasks. */
  readonly seconds: number;
}

export const NO_WORK: Work = { words: 0, tasks: 0, seconds: 0 };

export const sumOf = (parts: readonly Work[]): Work =>
  parts.reduce(
    (sum, { words, tasks, seconds }) => ({
      words: sum.words + words,
      tasks: sum.tasks + tasks,
      seconds: sum.seconds + seconds,
    }),
    NO_WORK,
  );

/** The whole duration, not rounded. */
export const durationOf = ({ words, seconds }: Work): number => words / WORDS_A_MINUTE + seconds / 60;

/** The duration as a page states it: in whole minutes, and at least one. */
export const minutesOf = (work: Work): number => Math.max(1, Math.round(durationOf(work)));

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}.,:×'’%-]*[\p{L}\p{N}%])?/gu;

/** The number of words in plain text; a number is one. */
export const countWords = (text: string): number => text.match(WORD)?.length ?? 0;

/** The end of the braces that are open at `from`. */
function closing(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return at;
  }
  return text.length;
}

/** An ICU message as a reader sees it: a value in place of each argument, one of its cases in place of a choice. */
export function plainMessage(message: string): string {
  const start = message.indexOf('{');
  if (start < 0) return message.replaceAll(/<[^>]*>/g, '');
  const end = closing(message, start);
  const inside = message.slice(start + 1, end);
  const last = inside.lastIndexOf('other{');
  const shown = last < 0 ? '1' : plainMessage(inside.slice(last + 6, closing(inside, last + 5)));
  return plainMessage(message.slice(0, start)) + shown + plainMessage(message.slice(end + 1));
}
