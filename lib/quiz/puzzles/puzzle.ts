import { formatCount, formatPercent } from '@/lib/format/format';
import type { ClassNaming } from '@/lib/network/class-words';
import type { Pipeline } from '@/lib/network/pipeline';
import type { StageTrace, Trace } from '@/lib/network/trace';
import type { AnswerOption } from '@/lib/questions/question';

/** A guess before a lesson explains: about the chosen image, answered by its own numbers. */
export interface Puzzle {
  readonly text: string;
  readonly options: readonly AnswerOption[];
  /** The index of the right option. */
  readonly right: number;
  /** Filters whose kernels are shown with the options. */
  readonly kernels?: readonly number[];
}

/** What a puzzle is about: a complete trace of the chosen image. */
export interface Puzzled {
  readonly pipeline: Pipeline;
  readonly trace: Pick<Trace, 'stages'>;
  readonly classWord: ClassNaming;
}

/** Writes the puzzle; null where the image has nothing to ask about. */
export type PuzzleWriter = (about: Puzzled) => Puzzle | null;

/** The values of a stage. */
export function stageIn({ trace }: Puzzled, id: string): StageTrace {
  const found = trace.stages.find(({ stage }) => stage === id);
  if (!found) throw new Error(`the trace has no stage ${id}`);
  return found;
}

/** The index of the largest number; the first of several. */
export const largestAt = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((best, value, at) => (value > values[best] ? at : best), 0);

/** A puzzle with options that differ, in the order that is given; null where fewer than two are left. */
export function ask(text: string, options: readonly AnswerOption[], right: AnswerOption): Puzzle | null {
  const own = options.filter(
    (option, at) => option === right || (option.text !== right.text && firstOf(options, option.text) === at),
  );
  return own.length < 2 ? null : { text, options: own, right: own.indexOf(right) };
}

const firstOf = (options: readonly AnswerOption[], text: string): number =>
  options.findIndex((option) => option.text === text);

/** Options around a true number: the closest of some rounded guesses gives way to it. */
export function around(
  truth: number,
  guesses: readonly number[],
  write: (value: number) => string,
  because: (value: number) => string,
): { readonly options: readonly AnswerOption[]; readonly right: AnswerOption } {
  const near = largestAt(guesses.map((guess) => -Math.abs(guess - truth)));
  const options = guesses.map((guess, at) => {
    const value = at === near ? truth : guess;
    return { text: write(value), because: because(value) };
  });
  return { options, right: options[near] };
}

export const count = formatCount;
export const share = formatPercent;
