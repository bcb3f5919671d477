import format from '@/words/format';
import words from '@/words/setting-problems';

/*
 * What is wrong with what was typed into a field: one sentence, or null. `value` is the number that the text means, null
 * where it means none.
 */
type SettingProblem = string | null;

const LARGEST_RATE = 1;
const MOST_EPOCHS = 100;
const GOOD_RATE = 0.001;

/** A number as it is typed into a field, with the point or comma of the language. */
export const typed = (value: number): string => String(value).replace('.', format.decimal());

/**
 * A number as people write it: "0.001", ".5", "1e-3"; the point may be the comma of the language. Null for anything else,
 * NaN and infinity too.
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

/** A number, whole or not, between two bounds that are named in the sentence; `what` is what it is to serve as. */
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
