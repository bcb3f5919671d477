/** The film's script as data: chapters, each a row of beats. */

/** What the drawing of a beat shows. */
export const FIGURES = [
  'image',
  'pixels',
  'colours',
  'sum',
  'slide',
  'map',
  'maps',
  'pool',
  'field',
  'unroll',
  'units',
  'answer',
  'shares',
  'training',
] as const;
export type FigureName = (typeof FIGURES)[number];

/**
 * Which value of its stage a beat is about. `strongest`: the largest; `source`: the one that the strongest value of the
 * first convolution comes from, or that it becomes; `heaviest`: the pixel that counts most for the prediction; `top` and
 * `second`: the most probable classes.
 */
export const PLACES = ['strongest', 'source', 'heaviest', 'top', 'second'] as const;
export type PlaceName = (typeof PLACES)[number];

/** A topic that a beat can depend on, and with which of its values the beat is told: `conditions.ts` knows them. */
export interface Condition {
  readonly topic: string;
  readonly values: readonly string[];
}

/** One to three sentences, and what is shown while they stand there. */
export interface Beat {
  readonly figure: FigureName;
  /** The stage: "image", "answer", "unrolled", or a kind of layer and its number, such as "conv2d 1". */
  readonly at: string;
  readonly value: PlaceName | null;
  /** From where to where in the run, as shares of its epochs; null where the film is about the trained network. */
  readonly epochs: readonly [from: number, to: number] | null;
  /** It is shown only where the stage has this activation; null: for every stage. */
  readonly activation: string | null;
  /** It is told only where all of these are met; absent: always. */
  readonly when?: readonly Condition[];
  /** With a name in braces where a number stands, such as "{value}". */
  readonly sentences: readonly string[];
  /** How long it takes at the usual speed. */
  readonly seconds: number;
}

export interface Chapter {
  readonly title: string;
  readonly beats: readonly Beat[];
}

/** A calm pace of speech. */
export const WORDS_A_MINUTE = 150;
/** After each beat, in seconds: to look. */
export const PAUSE = 1.5;

/** The number of words in a sentence of the script; a number is one. */
export const wordsIn = (sentence: string): number =>
  sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** The time that some sentences take, in seconds, with the pause after them. */
export const secondsOf = (sentences: readonly string[], more = 0): number =>
  sentences.reduce((sum, sentence) => sum + wordsIn(sentence), 0) * (60 / WORDS_A_MINUTE) + PAUSE + more;

/** The names of the numbers in a sentence. */
export const namesIn = (sentence: string): readonly string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
