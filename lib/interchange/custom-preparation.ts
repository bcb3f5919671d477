/** A preparation of images with means and deviations that the learner enters, as text. */
import { listedNumbers, numberOf } from '@/lib/kinds/parts/typed-numbers';
import type { Architecture } from '@/lib/network/architecture';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/open-network';
import { type Preparation, preparedByNumbers, usualNumbers } from './preparation';

/** What is entered: one number for all channels, or one for each. */
export interface CustomText {
  readonly means: string;
  readonly deviations: string;
}

const BYTE = 255;
/** Pixels over 255 have smaller means and deviations. */
const LARGEST = 2;
/** Means and deviations of values from 0 to 255 are rarely smaller: then nearly all images would be black. */
const SMALLEST_BYTES = 10;
/** Values divided by less leave the range of single precision sooner or later; one over 255 is 0.0039. */
const SMALLEST_DEVIATION = 1e-4;

/** What the fields contain at first: what is usual for this many channels. */
export function usualText(channels: number): CustomText {
  const { means, deviations } = usualNumbers(channels);
  // With semicolons a decimal comma among them is none too.
  return { means: means.join('; '), deviations: deviations.join('; ') };
}

/** The numbers of a field; fails with a sentence on the first thing that is wrong with them. */
function readField(text: string, channels: number): Result<readonly number[]> {
  const entries = listedNumbers(text);
  const wrong = entries.find((entry) => numberOf(entry) === null);
  if (wrong !== undefined) return fail(words.customNoNumber({ text: wrong }));
  const count = entries.length;
  if (count !== 1 && count !== channels) return fail(words.customCount({ count, channels }));
  const byte = byteOf(entries);
  if (byte !== undefined) return fail(words.customBytes({ number: byte }));
  const beyond = entries.find((entry) => Math.abs(amountOf(entry)) > LARGEST);
  if (beyond !== undefined)
    return fail(words.customBeyond({ number: beyond, size: amountOf(beyond) > 0 ? 'large' : 'small' }));
  return ok(entries.map(amountOf));
}

const amountOf = (entry: string): number => numberOf(entry) ?? 0;

/** A number which shows that all of them are of values from 0 to 255; undefined where none does. */
const byteOf = (entries: readonly string[]): string | undefined =>
  entries.every((entry) => amountOf(entry) >= 0 && amountOf(entry) <= BYTE)
    ? entries.find((entry) => amountOf(entry) >= SMALLEST_BYTES)
    : undefined;

/** The means of a text; fails with a sentence. */
export const readMeans = ({ means }: CustomText, channels: number): Result<readonly number[]> =>
  readField(means, channels);

/**
 * The deviations of a text, none of them 0; fails with a sentence, also where the means are of values from 0 to 255: then a
 * deviation of 1 is likely to be one of them too.
 */
export function readDeviations(
  { means, deviations }: CustomText,
  channels: number,
): Result<readonly number[]> {
  const read = readField(deviations, channels);
  if (!read.ok) return read;
  if (read.value.some((one) => Math.abs(one) < SMALLEST_DEVIATION)) return fail(words.customZero());
  return byteOf(listedNumbers(means)) === undefined ? read : fail(words.customBytesToo());
}

/** The network with images prepared as a text says; null where the text is none that says it. */
export function customPreparation(text: CustomText, architecture: Architecture): Preparation | null {
  const [, , channels] = architecture.input;
  const [means, deviations] = [readMeans(text, channels), readDeviations(text, channels)];
  if (!means.ok || !deviations.ok) return null;
  return preparedByNumbers(means.value, deviations.value, architecture);
}
