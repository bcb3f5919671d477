import { count } from '@/lib/tensor/counted';
import { remembered } from '@/lib/tensor/remembered';
import tables from './tables.json';

/** 256 RGB triples: entry i is the colour at i / 255 of a map's range. */
export type ColourTable = Uint8Array;

/**
 * `tables.json` holds viridis and PRGn as computed by d3-scale-chromatic (`npm run colours`): both
 * perceptually uniform and safe for colour-blind readers. Sequential is for values from zero up: activations,
 * pixels of one channel. Diverging is for signed values, centred on zero: weights, logits, differences;
 * purple below, green above.
 */
type MapKind = keyof typeof tables;
const NO_STEP = 'm'.charCodeAt(0);
const decodedTables: Partial<Record<MapKind, ColourTable>> = {};

export function tableOf({ kind }: { readonly kind: MapKind }): ColourTable {
  decodedTables[kind] ??= decode(tables[kind]);
  return decodedTables[kind];
}

/** In `tables.json` each channel is its first value and its steps, as letters around "m". */
function decode({ start, steps }: (typeof tables)[MapKind]): ColourTable {
  const colours = new Uint8Array(3 * (steps[0].length + 1));
  for (const [channel, first] of start.entries()) {
    let value = first;
    colours[channel] = value;
    for (let at = 0; at < steps[channel].length; at++) {
      value += steps[channel].charCodeAt(at) - NO_STEP;
      colours[3 * (at + 1) + channel] = value;
    }
  }
  return colours;
}

/**
 * One of `channels` channels of an image: red, green and blue from black to full colour, others from black to
 * white.
 */
export const channelTable = (channel: number, channels = 3): ColourTable =>
  channels === 3 || channels === 4 ? (CHANNELS[channel] ?? GREYS) : GREYS;
const CHANNELS = [0, 1, 2].map((channel) => {
  const colours = new Uint8Array(256 * 3);
  for (let i = 0; i < 256; i++) colours[i * 3 + channel] = i;
  return colours;
});

const GREYS = Uint8Array.from({ length: 256 * 3 }, (_, at) => Math.floor(at / 3));

/**
 * The entries of a table as opaque pixels in the byte order of ImageData (little-endian, as in every
 * browser).
 */
export type PackedColours = Uint32Array;

const packed = new WeakMap<ColourTable, PackedColours>();

/** A table's packed colours, computed once. */
export function packedColours(colours: ColourTable): PackedColours {
  const known = packed.get(colours);
  if (known) return known;
  const pixels = Uint32Array.from(
    { length: colours.length / 3 },
    (_, entry) =>
      (0xff << 24) | (colours[entry * 3 + 2] << 16) | (colours[entry * 3 + 1] << 8) | colours[entry * 3],
  );
  packed.set(colours, pixels);
  return pixels;
}

/** The range of values that a colour map covers. Diverging ranges are symmetric about zero. */
export interface ColourRange {
  readonly kind: MapKind;
  readonly low: number;
  readonly high: number;
}

/**
 * The range of some values: from 0 for values that are never negative, otherwise symmetric about 0. NaN is
 * ignored.
 */
export function rangeOf(values: Float32Array, kind?: ColourRange['kind']): ColourRange {
  const { low, high } = remembered(values) ?? count({ shape: [values.length], values });
  const signed = kind ? kind === 'diverging' : low < 0;
  if (!signed) return { kind: 'sequential', low: 0, high };
  const reach = Math.max(-low, high);
  return { kind: 'diverging', low: -reach, high: reach };
}

/** The arithmetic of a range: where it begins, how far it reaches, and the entry of all values of a range without extent. */
export const scaleOf = ({ kind, low, high }: ColourRange) => ({
  low,
  span: high - low,
  flat: kind === 'diverging' ? 128 : 0,
});

/** Maps a value to one of the 256 entries; values outside the range map to the nearest end. */
export function entriesOf(range: ColourRange): (value: number) => number {
  const { low, span, flat } = scaleOf(range);
  return (value) => (span > 0 ? Math.max(0, Math.min(255, Math.round(((value - low) / span) * 255))) : flat);
}

/** The CSS colour of one value, for cells that React renders. */
export function cssColour(range: ColourRange, value: number, colours: ColourTable = tableOf(range)): string {
  const at = entriesOf(range)(value) * 3;
  return `rgb(${colours[at]} ${colours[at + 1]} ${colours[at + 2]})`;
}

/** Black or white, whichever is more readable on the colour of this value. */
export function inkOn(
  range: ColourRange,
  value: number,
  colours: ColourTable = tableOf(range),
): 'black' | 'white' {
  const at = entriesOf(range)(value) * 3;
  return inkOnRgb(colours[at], colours[at + 1], colours[at + 2]);
}

/** Black or white, whichever is more readable on an RGB colour. */
export function inkOnRgb(...bytes: readonly [r: number, g: number, b: number]): 'black' | 'white' {
  const [r, g, b] = bytes.map((byte) => {
    const s = byte / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  });
  // Relative luminance, WCAG 2.2; 0.179 is where black and white contrast equally.
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? 'black' : 'white';
}

/** A CSS gradient through a table, for the bar of a legend. */
export function gradientOf(colours: ColourTable): string {
  const stops = Array.from({ length: 17 }, (_, n) => Math.round((n / 16) * 255) * 3).map(
    (at) => `rgb(${colours[at]} ${colours[at + 1]} ${colours[at + 2]})`,
  );
  return `linear-gradient(to right, ${stops.join(', ')})`;
}

/**
 * A background for text: transparent at zero, the sign's colour at under half strength at the end of a signed
 * range.
 */
export function washOf(range: ColourRange, value: number): string {
  const strength = range.high > 0 ? Math.min(1, Math.abs(value) / range.high) : 0;
  const [r, g, b] = tableOf({ kind: 'diverging' }).subarray((value < 0 ? 45 : 210) * 3);
  return `rgb(${r} ${g} ${b} / ${Math.round(strength * 48)}%)`;
}
