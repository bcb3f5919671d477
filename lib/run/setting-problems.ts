import format from '@/words/format';
import words from '@/words/setting-problems';

/*
 * What is wrong with a typed value: one sentence, or null. `value` is the number that the text stands for, or
 * null.
 */
type SettingProblem = string | null;

const LARGEST_RATE = 1;
const MOST_EPOCHS = 100;
const GOOD_RATE = 0.001;

/** A number as field text, with the decimal separator of the language. */
export const typed = (value: number): string => String(value).replace('.', format.decimal());

/**
 * Parses a number in usual notations: "0.001", ".5", "1e-3", with the language's decimal comma too. Null for
 * anything else, including NaN and infinity.
 */
export function numberOf(text: string): number | null {
  const trimmed = text.trim().replace(format.decimal(), '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)) return null;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : null;
}

const cut = (text: string) => text.trim().slice(0, 20);

export function rateProblem(text: string, value: number | null): SettingProblem {
  if (text.trim() === '') return words.noRate({ rate: typed(GOOD_RATE) });
  if (value === null) return words.rateNoNumber({ text: cut(text), rate: typed(GOOD_RATE) });
  if (value === 0) return words.rateZero();
  if (value < 0) return words.rateNegative();
  if (value > LARGEST_RATE) return words.rateLarge({ most: LARGEST_RATE, rate: typed(GOOD_RATE) });
  return null;
}

/**
 * Checks a number, whole or not, against two bounds that the message names; `what` is its role in the
 * message.
 */
export function rangeProblem(what: string, low: number, high: number, whole: boolean) {
  return (text: string, value: number | null): SettingProblem =>
    value === null || value < low || value > high || (whole && !Number.isInteger(value))
      ? words.unfit({
          text: cut(text),
          empty: text.trim() === '' ? 'yes' : 'no',
          what,
          whole: whole ? 'yes' : 'no',
          low: typed(low),
          high: typed(high),
        })
      : null;
}

export function batchProblem(text: string, value: number | null, images: number): SettingProblem {
  if (value !== null && Number.isInteger(value) && value > images)
    return words.batchLarge({ batch: value, images });
  return rangeProblem(words.batchSize(), 1, images, true)(text, value);
}

export function epochsProblem(text: string, value: number | null): SettingProblem {
  if (value === 0) return words.noEpochs();
  return rangeProblem(words.epochs(), 1, MOST_EPOCHS, true)(text, value);
}

/** Empty: the run doesn't stop early. */
export const patienceProblem = (text: string, value: number | null): SettingProblem =>
  text.trim() === '' ? null : rangeProblem(words.patience(), 1, MOST_EPOCHS, true)(text, value);

export function imagesProblem(
  text: string,
  value: number | null,
  all: number,
  classes: number,
): SettingProblem {
  if (text.trim() === '') return null;
  if (value !== null && Number.isInteger(value) && value >= 0 && value < classes)
    return words.fewImages({ images: value, classes });
  return rangeProblem(words.images(), classes, all, true)(text, value);
}
