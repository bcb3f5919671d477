import { maxIndex } from 'd3-array';
import type { ClassNaming } from '@/lib/network/class-words';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
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

/** What a puzzle is about: a stage, and a complete trace of the chosen image. */
export interface Puzzled {
  readonly pipeline: Pipeline;
  readonly stage: Stage;
  readonly trace: Pick<Trace, 'stages'>;
  readonly classWord: ClassNaming;
}

/** Writes the puzzle; null where the image has nothing to ask about. */
export type PuzzleWriter = (about: Puzzled) => Puzzle | null;

/** The values that the stage puts out. */
export const outputOf = ({ trace, stage }: Puzzled): StageTrace => trace.stages[stage.number - 1];

/** The values that the stage reads; the image reads none but its own. */
export const inputOf = ({ trace, stage }: Puzzled): StageTrace => trace.stages[Math.max(0, stage.number - 2)];

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
  const near = maxIndex(guesses, (guess) => -Math.abs(guess - truth));
  const options = guesses.map((guess, at) => {
    const value = at === near ? truth : guess;
    return { text: write(value), because: because(value) };
  });
  return { options, right: options[near] };
}
