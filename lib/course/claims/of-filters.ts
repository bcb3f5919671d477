/** Filters of the second convolution that answer 0 to every image of a set. */
import type { MeasuredSet } from '@/lib/engine/examine-protocol';
import type { Claim, Measured } from './claim';

const STAGE = 'conv2';

/** The filters that fire on no image of a set. */
async function silentOn(measured: Measured, set: MeasuredSet): Promise<readonly number[]> {
  const { values, channels, images } = await measured.survey(set, STAGE);
  return Array.from({ length: channels }, (_, filter) => filter).filter((filter) =>
    Array.from({ length: images }, (_, image) => values[image * channels + filter]).every(
      (value) => value <= 0,
    ),
  );
}

export const FILTER_CLAIMS = {
  silentFilters: {
    on: ['heldOut'],
    form: 'count',
    tolerance: 0,
    holds: [2, 12],
    measure: async (measured) => (await silentOn(measured, 'heldOut')).length,
  },
  silentButTrained: {
    on: ['heldOut', 'training'],
    form: 'count',
    tolerance: 0,
    holds: [2, 11],
    measure: async (measured) => {
      const always = await silentOn(measured, 'training');
      return (await silentOn(measured, 'heldOut')).filter((filter) => !always.includes(filter)).length;
    },
  },
} satisfies Record<string, Claim>;
