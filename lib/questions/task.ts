import type { ClassNaming } from '@/lib/network/class-words';
import type { Pipeline, Stage } from '@/lib/network/pipeline';
import type { Trace } from '@/lib/network/trace';
import type { WeightSet } from '@/lib/network/weights';
import type { Step } from '@/lib/provenance/path';
import type { Cell } from '@/lib/tensor/tensor';
import type { Random } from './question';

/** One part of an answer: a whole number from 0 to `last`, a number with decimals, or one of a few words by its place. */
export type Field =
  | {
      readonly kind: 'whole';
      readonly label: string;
      readonly last: number;
      /** So far from the right number a guess still counts; where it is not said, only that number does. */
      readonly within?: number;
    }
  | { readonly kind: 'decimal'; readonly label: string }
  | { readonly kind: 'choice'; readonly label: string; readonly options: readonly string[] };

/** One number for each field. */
export type Answer = readonly number[];

/** A thought that leads to a wrong answer, and where it goes wrong. Null stands for anything in that field. */
export interface Mistake {
  readonly answer: readonly (number | null)[];
  /** Tells nothing of the right answer but what is wrong with this one. */
  readonly sentence: string;
  /** How close to its numbers counts as this thought; {@link CLOSE} where it is not said. */
  readonly within?: number;
}

/** Something to find out about one value of the learner's own image, with the answer that the network's numbers give. */
export interface Task {
  /** What it asks of which value: two tasks with the same one are the same. */
  readonly id: string;
  readonly text: string;
  /** Where the answer can be read, or how it is reckoned. */
  readonly tip: string;
  readonly fields: readonly Field[];
  readonly right: Answer;
  /** Why that is right, in real numbers; a sentence or two. */
  readonly because: string;
  /** The ways to go wrong, the likeliest first. */
  readonly mistakes: readonly Mistake[];
  /** What is said to any other answer. */
  readonly otherwise: string;
  /** What the figure of the stage should follow for it; null where that would give the answer away. */
  readonly look: Cell | null;
  /** Whether the value may be opened in the inspector before it is solved: where the path is to be found, not a number. */
  readonly open: boolean;
  /** The path that shows the answer: the value first. */
  readonly path: readonly Step[];
}

/** A network with one image's way through it. */
export interface Traced {
  readonly pipeline: Pipeline;
  readonly trace: Pick<Trace, 'stages'>;
  readonly weights: WeightSet;
}

/** What a task is written from: the stage it is about, whose trace and weights are found to fit, and what it may choose by. */
export interface About extends Traced {
  readonly stage: Stage;
  readonly random: Random;
  /** What the network's classes are called. */
  readonly classWord: ClassNaming;
}

/** Writes a task about a value that `random` chooses; null where no value of the stage is fit for it. */
export type TaskWriter = (about: About) => Task | null;

/** So far from the exact number an answer with three decimals may lie, read from numbers with four. */
export const CLOSE = 0.0007;
