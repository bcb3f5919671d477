import { PICTURE_BYTES, PICTURE_SIDE } from './picture';

/** A square of a picture, in its pixels; may begin and end between two of them. */
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

/**
 * Scales a square of a picture to 64x64x3. Each new pixel is the mean of the area it covers, so nothing is skipped when
 * scaling down; see-through parts let white through. Written out here because browsers' own scalers differ.
 */
export function scaleSquare(image: Rgba, square: Square): Uint8Array {
  const columns = cover(square.x, square.side, image.width);
  const rows = cover(square.y, square.side, image.height);
  const pixels = new Uint8Array(PICTURE_BYTES);
  for (let row = 0; row < PICTURE_SIDE; row++) {
    for (let column = 0; column < PICTURE_SIDE; column++) {
      meanOf(image, rows[row], columns[column], pixels, (row * PICTURE_SIDE + column) * 3);
    }
  }
  return pixels;
}

/** The source pixels one new pixel covers along one axis: from `first` on, each with its part. The parts add up to 1. */
interface Cover {
  readonly first: number;
  readonly parts: readonly number[];
}

function cover(start: number, side: number, length: number): Cover[] {
  const step = side / PICTURE_SIDE;
  return Array.from({ length: PICTURE_SIDE }, (_, index) => {
    const low = Math.min(Math.max(0, start + index * step), length);
    const high = Math.min(Math.max(0, start + (index + 1) * step), length);
    const first = Math.min(Math.floor(low), length - 1);
    const lengths: number[] = [];
    for (let at = first; at < high; at++) lengths.push(Math.min(high, at + 1) - Math.max(low, at));
    const total = lengths.reduce((sum, part) => sum + part, 0);
    // A square of no size takes the one pixel it lies on.
    return { first, parts: total > 0 ? lengths.map((part) => part / total) : [1] };
  });
}

function meanOf({ data, width }: Rgba, rows: Cover, columns: Cover, into: Uint8Array, at: number): void {
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let i = 0; i < rows.parts.length; i++) {
    for (let j = 0; j < columns.parts.length; j++) {
      const from = ((rows.first + i) * width + columns.first + j) * 4;
      const part = rows.parts[i] * columns.parts[j];
      const solid = (part * data[from + 3]) / 255;
      const white = (part - solid) * 255;
      red += solid * data[from] + white;
      green += solid * data[from + 1] + white;
      blue += solid * data[from + 2] + white;
    }
  }
  into[at] = Math.round(red);
  into[at + 1] = Math.round(green);
  into[at + 2] = Math.round(blue);
}

/** The largest square in the middle of a picture. */
export function middleSquare({ width, height }: { readonly width: number; readonly height: number }): Square {
  const side = Math.min(width, height);
  return { x: (width - side) / 2, y: (height - side) / 2, side };
}
