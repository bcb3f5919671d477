/** A preparation of images with means and deviations that the learner enters, as text. */
import { preparingLayer } from '@/lib/kinds/normalize/preparations';
import { listedNumbers, numberOf } from '@/lib/kinds/parts/typed-numbers';
import type { Architecture } from '@/lib/network/architecture';
import { fail, ok, type Result } from '@/lib/result';
import words from '@/words/open-network';
import { type Preparation, preparedBy } from './preparation';

/** What is entered: one number for all channels, or one for each. */
export interface CustomText {
  readonly means: string;
  readonly deviations: string;
}

const BYTE = 255;
/** Pixels over 255 have smaller means and deviations; anything beyond is of values from 0 to 255. */
const LARGEST = 2;
/** Values divided by less leave the range of single precision sooner or later; one over 255 is 0.0039. */
const SMALLEST_DEVIATION = 1e-4;

/** What the fields contain at first: what is usual for this many channels. */
export function usualText(channels: number): CustomText {
  const { means = [0.5], deviations = [0.5] } = preparingLayer('standard', channels)?.layer ?? {};
  return { means: means.join(', '), deviations: deviations.join(', ') };
}

/** The numbers of a field; fails with a sentence on the first thing that is wrong with them. */
function readField(text: string, channels: number): Result<readonly number[]> {
  const entries = listedNumbers(text);
  const wrong = entries.find((entry) => numberOf(entry) === null);
  if (wrong !== undefined) return fail(words.customNoNumber({ text: wrong }));
  const count = entries.length;
  if (count !== 1 && count !== channels) return fail(words.customCount({ count, channels }));
  const large = entries.find((entry) => Math.abs(numberOf(entry) ?? 0) > LARGEST);
  if (large !== undefined) return fail(words.customBytes({ number: large }));
  return ok(entries.map((entry) => numberOf(entry) ?? 0));
}

/** The means of a text; fails with a sentence. */
export const readMeans = ({ means }: CustomText, channels: number): Result<readonly number[]> =>
  readField(means, channels);

/** The deviations of a text, none of them 0; fails with a sentence. */
export function readDeviations({ deviations }: CustomText, channels: number): Result<readonly number[]> {
  const read = readField(deviations, channels);
  const isZero = read.ok && read.value.some((one) => Math.abs(one) < SMALLEST_DEVIATION);
  return isZero ? fail(words.customZero()) : read;
}

/** The network with images prepared as a text says; null where the text is none that says it. */
export function customPreparation(text: CustomText, architecture: Architecture): Preparation | null {
  const [, , channels] = architecture.input;
  const [means, deviations] = [readMeans(text, channels), readDeviations(text, channels)];
  if (!means.ok || !deviations.ok) return null;
  const layer = {
    kind: 'normalize',
    divisor: BYTE,
    means: means.value,
    deviations: deviations.value,
  } as const;
  return { name: 'custom', architecture: preparedBy(layer, architecture) };
}
