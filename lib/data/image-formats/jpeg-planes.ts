/**
 * From a JPEG's planes of luma and chroma to its pixels, bit for bit as libjpeg makes them (jdsample.c: "fancy upsampling";
 * jdcolor.c), which browsers and most programs decode with. Browsers' own conversion of video frames rounds differently.
 */
import type { Rgba } from '../resample';

/** A plane of bytes, row by row. */
export interface Plane {
  readonly bytes: Uint8Array;
  readonly offset: number;
  /** From the start of one row to that of the next. */
  readonly stride: number;
}

/** How many pixels share a value of chroma: in a row, and in a column. */
export type Sampling = readonly [across: 1 | 2, down: 1 | 2];

/** Narrower planes libjpeg enlarges differently. */
export const NARROWEST = 5;

const fixed = (factor: number): number => Math.floor(factor * 65536 + 0.5);
const HALF = 1 << 15;
const table = (value: (chroma: number) => number) =>
  Int32Array.from({ length: 256 }, (_, at) => value(at - 128));
const RED = table((cr) => (fixed(1.402) * cr + HALF) >> 16);
const BLUE = table((cb) => (fixed(1.772) * cb + HALF) >> 16);
const GREEN_OF_RED = table((cr) => -fixed(0.71414) * cr);
const GREEN_OF_BLUE = table((cb) => -fixed(0.34414) * cb + HALF);

/** The pixels of an image of these planes: luma, blue's and red's chroma. */
export function fromPlanes(
  [luma, blue, red]: readonly [Plane, Plane, Plane],
  { width, height }: Pick<Rgba, 'width' | 'height'>,
  [across, down]: Sampling,
): Rgba {
  const data = new Uint8ClampedArray(width * height * 4);
  const cb = new Uint8Array(width + 1);
  const cr = new Uint8Array(width + 1);
  const write = across === 1 ? copyLine : down === 1 ? widenLine : enlargeLine;
  const size = { columns: Math.ceil(width / across), rows: Math.ceil(height / down) };
  for (let row = 0, to = 0; row < height; row++) {
    write(blue, row, size, cb);
    write(red, row, size, cr);
    const from = luma.offset + row * luma.stride;
    for (let column = 0; column < width; column++, to += 4) {
      const y = luma.bytes[from + column];
      data[to] = y + RED[cr[column]];
      data[to + 1] = y + ((GREEN_OF_BLUE[cb[column]] + GREEN_OF_RED[cr[column]]) >> 16);
      data[to + 2] = y + BLUE[cb[column]];
      data[to + 3] = 255;
    }
  }
  return { width, height, data };
}

/** How many values of chroma there are. */
interface Size {
  readonly columns: number;
  readonly rows: number;
}

function copyLine({ bytes, offset, stride }: Plane, row: number, { columns }: Size, into: Uint8Array): void {
  const from = offset + row * stride;
  for (let column = 0; column < columns; column++) into[column] = bytes[from + column];
}

/** Twice as wide: three quarters of the nearer value and one of the other. */
function widenLine({ bytes, offset, stride }: Plane, row: number, { columns }: Size, into: Uint8Array): void {
  const from = offset + row * stride;
  const last = columns - 1;
  for (let column = 0; column < columns; column++) {
    const here = bytes[from + column];
    into[2 * column] = column === 0 ? here : (here * 3 + bytes[from + column - 1] + 1) >> 2;
    into[2 * column + 1] = column === last ? here : (here * 3 + bytes[from + column + 1] + 2) >> 2;
  }
}

/** Twice as wide and as high, likewise in both directions. */
function enlargeLine(
  { bytes, offset, stride }: Plane,
  row: number,
  { columns, rows }: Size,
  into: Uint8Array,
): void {
  const near = row >> 1;
  const far = Math.min(Math.max(near + (row % 2 === 0 ? -1 : 1), 0), rows - 1);
  const nearFrom = offset + near * stride;
  const farFrom = offset + far * stride;
  let here = bytes[nearFrom] * 3 + bytes[farFrom];
  let before = here;
  for (let column = 0; column < columns; column++) {
    const next = Math.min(column + 1, columns - 1);
    const after = bytes[nearFrom + next] * 3 + bytes[farFrom + next];
    into[2 * column] = (here * 3 + before + 8) >> 4;
    into[2 * column + 1] = (here * 3 + after + 7) >> 4;
    before = here;
    here = after;
  }
}
