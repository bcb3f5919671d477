import * as v from 'valibot';
import { call, common } from '@/lib/kinds/parts/layer-call';
import { OFFSET, SCALE } from '../parts/layer-call-words';
import type { NormalizeLayer } from '../types';

/** The divisor of all channels if their scales differ: images arrive as bytes. */
const BYTE = 255;

/** A quotient without its last digits, which hold the rounding of the division: 1 / (1 / 255) means 255. */
const rounded = (value: number): number => Number(value.toPrecision(12));

/** The divisor that a scale means: 255 for 1 / 255, although 1 over that double is slightly larger. */
function divisorOf(scale: number): number {
  const divisor = 1 / scale;
  const whole = Math.round(divisor);
  return Math.abs(divisor - whole) < 1e-9 * divisor ? whole : divisor;
}

/** `value * scale + offset` as a division, a mean and a deviation for each channel. */
export function rescaling(id: string, scales: readonly number[], offsets: readonly number[]): NormalizeLayer {
  const [scale] = scales;
  const still = offsets.every((one) => one === 0);
  if (scale > 0 && scale <= 1 && scales.every((one) => one === scale)) {
    const layer = { id, kind: 'normalize', divisor: divisorOf(scale) } as const;
    return still ? layer : { ...layer, means: offsets.map((one) => 0 - one) };
  }
  const deviations = scales.map((one) => rounded(1 / (one * BYTE)));
  const along = (list: readonly number[], at: number) => list[list.length === 1 ? 0 : at];
  const channels = Math.max(scales.length, offsets.length);
  const means = Array.from({ length: channels }, (_, at) =>
    rounded(0 - along(offsets, at) * along(deviations, at)),
  );
  return { id, kind: 'normalize', divisor: BYTE, ...(!still && { means }), deviations };
}

const isScale = (one: number): boolean => one !== 0 && Math.abs(one) <= 1;
const isScales = (value: unknown): value is number | number[] =>
  [value].flat().length > 0 && [value].flat().every((one) => typeof one === 'number' && isScale(one));
const isOffsets = (value: unknown): value is number | number[] =>
  [value].flat().length > 0 && [value].flat().every((one) => typeof one === 'number' && Number.isFinite(one));

/** The call that creates this layer in “Try it”. */
export const layerCall = call(
  'rescaling',
  'normalize',
  v.strictObject({
    scale: v.custom<number | number[]>(isScales, SCALE),
    offset: v.optional(v.custom<number | number[]>(isOffsets, OFFSET)),
    ...common,
  }),
  ({ scale, offset = 0 }, id) => rescaling(id, [scale].flat(), [offset].flat()),
);
