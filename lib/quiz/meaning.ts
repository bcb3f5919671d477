import type { AnswerOption } from '../questions/question';

/** Long enough to distinguish words, and too short to distinguish "1 step" from "3 steps". */
const STEM = 4;

/** The words of an option without its numbers. */
const wordsOf = (text: string): string =>
  (text.toLowerCase().match(/\p{L}+/gu) ?? []).map((word) => word.slice(0, STEM)).join(' ');

/** Whether a question with these options asks what something means or does. Where most differ in numbers alone it asks for a result. */
export const asksMeaning = (options: readonly AnswerOption[]): boolean =>
  new Set(options.map(({ text }) => wordsOf(text))).size > 2;
