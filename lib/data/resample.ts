import type { MapShape } from '@/lib/tensor/tensor';

/** A square of an image, in its pixels; its edges may lie between two pixels. */
export interface Square {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** Straight RGBA bytes, row by row. */
export interface Rgba {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray | Uint8Array;
}

/** A part of an image, in its pixels; its edges may lie between two pixels. */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Scales a square of an image to a shape, as {@link scaleRegion} does. If the shape is not square, the middle of the square
 * is used.
 */
export function scaleSquare(image: Rgba, { x, y, side }: Square, shape: MapShape): Uint8Array {
  const [height, width] = shape;
  const [across, down] = [side * Math.min(1, width / height), side * Math.min(1, height / width)];
  const region = { x: x + (side - across) / 2, y: y + (side - down) / 2, width: across, height: down };
  return scaleRegion(image, region, shape);
}

/**
 * Scales a part of an image to a shape: 1 channel is its luma (ITU-R BT.601), 3 are red, green and blue, a
 * fourth is the opacity. Each new pixel is the mean of the area that it covers, so nothing is skipped when
 * scaling down; transparent parts show white, unless a channel holds the opacity. Implemented here because browsers' own
 * scalers differ.
 * @throws RangeError for other numbers of channels: those are maps, not an image.
 */
export function scaleRegion(image: Rgba, region: Region, [height, width, channels]: MapShape): Uint8Array {
  const write = WRITERS[channels];
  if (!write) throw new RangeError(`an image has 1, 3 or 4 channels, not ${channels}`);
  const columns = cover({ start: region.x, length: region.width, of: image.width }, width);
  const rows = cover({ start: region.y, length: region.height, of: image.height }, height);
  const pixels = new Uint8Array(height * width * channels);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++)
      write(meanOf(image, rows[row], columns[column]), pixels, (row * width + column) * channels);
  return pixels;
}

/** A part of one axis, in its pixels. */
interface Part {
  readonly start: number;
  readonly length: number;
  /** How many pixels the axis has. */
  readonly of: number;
}

/**
 * The source pixels that one new pixel covers along one axis: from `first` on, each with its share. The
 * shares add up to 1.
 */
interface Cover {
  readonly first: number;
  readonly parts: readonly number[];
}

function cover({ start, length, of }: Part, count: number): Cover[] {
  const step = length / count;
  return Array.from({ length: count }, (_, index) => {
    const low = Math.min(Math.max(0, start + index * step), of);
    const high = Math.min(Math.max(0, start + (index + 1) * step), of);
    const first = Math.min(Math.floor(low), of - 1);
    const lengths: number[] = [];
    for (let at = first; at < high; at++) lengths.push(Math.min(high, at + 1) - Math.max(low, at));
    const total = lengths.reduce((sum, part) => sum + part, 0);
    // A square of size 0 takes the pixel that it lies on.
    return { first, parts: total > 0 ? lengths.map((part) => part / total) : [1] };
  });
}

/** The mean colour of an area on white, and the share of it that is opaque, all from 0 to 255. */
interface Mean {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly opaque: number;
}

function meanOf({ data, width }: Rgba, rows: Cover, columns: Cover): Mean {
  let [red, green, blue, opaque] = [0, 0, 0, 0];
  for (let i = 0; i < rows.parts.length; i++) {
    for (let j = 0; j < columns.parts.length; j++) {
      const from = ((rows.first + i) * width + columns.first + j) * 4;
      const part = rows.parts[i] * columns.parts[j];
      const solid = (part * data[from + 3]) / 255;
      const white = (part - solid) * 255;
      red += solid * data[from] + white;
      green += solid * data[from + 1] + white;
      blue += solid * data[from + 2] + white;
      opaque += solid * 255;
    }
  }
  return { red, green, blue, opaque };
}

/** Writes a pixel's channels from `at` on; one function for each number of channels. */
type Write = (mean: Mean, into: Uint8Array, at: number) => void;

const WRITERS: Readonly<Partial<Record<number, Write>>> = {
  1({ red, green, blue }, into, at) {
    into[at] = Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  },
  3({ red, green, blue }, into, at) {
    into[at] = Math.round(red);
    into[at + 1] = Math.round(green);
    into[at + 2] = Math.round(blue);
  },
  4({ red, green, blue, opaque }, into, at) {
    // The colour of the opaque part alone, without the white below it.
    const own = (mean: number) => (opaque > 0 ? Math.round(((mean - (255 - opaque)) * 255) / opaque) : 0);
    into[at] = own(red);
    into[at + 1] = own(green);
    into[at + 2] = own(blue);
    into[at + 3] = Math.round(opaque);
  },
};

/** The largest square in the middle of an image. */
export function middleSquare({ width, height }: { readonly width: number; readonly height: number }): Square {
  const side = Math.min(width, height);
  return { x: (width - side) / 2, y: (height - side) / 2, side };
}
