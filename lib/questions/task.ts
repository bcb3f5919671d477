import type { ClassNaming } from '@/lib/network/class-words';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import type { Step } from '@/lib/provenance/path';
import type { Cell } from '@/lib/tensor/tensor';
import type { Random } from './question';

/**
 * One part of an answer: a whole number from 0 to `last`, a number with decimals, or one of a few words by
 * its index.
 */
export type Field =
  | {
      readonly kind: 'whole';
      readonly label: string;
      readonly last: number;
      /** The tolerance of a guess; without it only the exact number counts. */
      readonly within?: number;
    }
  | { readonly kind: 'decimal'; readonly label: string }
  | { readonly kind: 'choice'; readonly label: string; readonly options: readonly string[] };

/** One number for each field. */
export type Answer = readonly number[];

/** A wrong answer, and the misconception behind it. Null stands for anything in that field. */
export interface Mistake {
  readonly answer: readonly (number | null)[];
  /** Reveals nothing about the right answer except what is wrong with this one. */
  readonly sentence: string;
  /** The tolerance around its numbers; {@link CLOSE} by default. */
  readonly within?: number;
}

/** A question about one value of the learner's own image, with the answer from the network's numbers. */
export interface Task {
  /** What is asked about which value: tasks with the same id are the same. */
  readonly id: string;
  readonly text: string;
  /** Where the answer can be read, or how to calculate it. */
  readonly tip: string;
  readonly fields: readonly Field[];
  readonly right: Answer;
  /** Why it is right, with real numbers; a sentence or two. */
  readonly because: string;
  /** The expected mistakes, the most likely first. */
  readonly mistakes: readonly Mistake[];
  /** The feedback for any other answer. */
  readonly otherwise: string;
  /** The cell that the stage's figure should follow; null where that would give the answer away. */
  readonly look: Cell | null;
  /**
   * Whether the value may be opened in the inspector before the task is solved: where the path is asked for,
   * not a number.
   */
  readonly open: boolean;
  /** The path that shows the answer, starting with the value. */
  readonly path: readonly Step[];
}

/** A question whose answer is one number, and is about no value of an image. */
export const numberTask = (
  asked: Pick<Task, 'id' | 'text' | 'tip' | 'because' | 'otherwise'>,
  field: Field,
  right: number,
): Task => ({ ...asked, fields: [field], right: [right], mistakes: [], look: null, open: false, path: [] });

/** A network with one image's trace. */
export interface Traced {
  readonly pipeline: Pipeline;
  readonly trace: Pick<Trace, 'stages'>;
  readonly weights: WeightSet;
}

/**
 * The input of a task: the stage that it is about, whose trace and weights are checked to fit, and the random
 * source for its choices.
 */
export interface About extends Traced {
  readonly stage: Stage;
  readonly random: Random;
  /** Names the network's classes. */
  readonly classWord: ClassNaming;
}

/** Writes a task about a value that `random` chooses; null where no value of the stage is suitable. */
export type TaskWriter = (about: About) => Task | null;

/** The tolerance of an answer with three decimals, calculated from numbers with four. */
export const CLOSE = 0.0007;
