/**
 * A drawn digit in the form of MNIST's images: "size normalized to fit in a 20x20 pixel box while preserving
 * their aspect ratio" with anti-aliasing, then moved so that the centre of mass of its pixels is the centre of
 * a 28x28 image (LeCun, Cortes and Burges, "The MNIST database of handwritten digits",
 * yann.lecun.com/exdb/mnist).
 */
import type { MapShape } from '@/lib/tensor/tensor';
import { type Rgba, type Square, scaleSquare } from '../resample';
import type { Ink } from './ink';

/** The side of the image, and of the box that the digit is scaled to, in its pixels. */
const SIDE = 28;
const BOX = 20;
const SHAPE: MapShape = [SIDE, SIDE, 1];

/** A digit in white on black at the pad's resolution, and the square of it that becomes the 28 x 28 image. */
export interface FramedDigit {
  readonly image: Rgba;
  readonly square: Square;
}

/** The 28 x 28 x 1 image of what is drawn: white on black, 0 to 255. Null for an empty pad. */
export function drawnDigit(ink: Ink): Uint8Array | null {
  const framed = frameDigit(ink);
  return framed && pixelsOf(framed);
}

/** The 28 x 28 x 1 image of a digit: the same that a kept one is to a network with this input. */
export const pixelsOf = (framed: FramedDigit): Uint8Array => drawnAs(framed, SHAPE);

/** The same at another size, or in colours. */
export const drawnAs = ({ image, square }: FramedDigit, shape: MapShape): Uint8Array =>
  scaleSquare(image, square, shape);

/**
 * Cuts what is drawn out of the pad. Its place and size on the pad make no difference; the pen becomes thicker
 * where the digit is small. Null for an empty pad.
 */
export function frameDigit(ink: Ink): FramedDigit | null {
  const box = boxOf(ink);
  if (!box) return null;
  const zoom = Math.max(box.height, box.width) / BOX;
  const centre = centreOf(ink, box);
  // Whole pixels of the small image, so that the box fills twenty of them and not a part of a twenty-first.
  const [down, right] = [shift(centre.y, box.height, zoom), shift(centre.x, box.width, zoom)];
  const [above, before] = [Math.ceil(down * zoom), Math.ceil(right * zoom)];
  const side = SIDE * zoom;
  const image = blackImage(Math.ceil(side) + 1);
  for (let row = 0; row < box.height; row++)
    for (let column = 0; column < box.width; column++) {
      const value = ink.values[(box.top + row) * ink.width + box.left + column];
      if (value === 0) continue;
      const at = ((above + row) * image.width + before + column) * 4;
      image.data[at] = image.data[at + 1] = image.data[at + 2] = value;
    }
  return { image, square: { x: before - right * zoom, y: above - down * zoom, side } };
}

/**
 * Where the box begins on one axis of the small image. A digit so lopsided that it would leave the image stays
 * at its edge.
 */
function shift(centre: number, length: number, zoom: number): number {
  const most = SIDE - Math.ceil(length / zoom);
  return Math.min(most, Math.max(0, Math.round(SIDE / 2 - centre / zoom)));
}

interface Box {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/** The smallest box with all the ink; null where there is none. */
function boxOf({ height, width, values }: Ink): Box | null {
  let [top, bottom, left, right] = [height, -1, width, -1];
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      if (values[row * width + column] === 0) continue;
      top = Math.min(top, row);
      bottom = row;
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
  return bottom < 0 ? null : { top, left, height: bottom - top + 1, width: right - left + 1 };
}

/** The centre of mass of the ink, from the box's upper left corner. */
function centreOf({ values, width }: Ink, box: Box): { readonly x: number; readonly y: number } {
  let [sum, x, y] = [0, 0, 0];
  for (let row = 0; row < box.height; row++)
    for (let column = 0; column < box.width; column++) {
      const value = values[(box.top + row) * width + box.left + column];
      sum += value;
      x += value * (column + 0.5);
      y += value * (row + 0.5);
    }
  return { x: x / sum, y: y / sum };
}

/** A black, opaque square. */
function blackImage(side: number): Rgba {
  const data = new Uint8ClampedArray(side * side * 4);
  for (let at = 3; at < data.length; at += 4) data[at] = 255;
  return { width: side, height: side, data };
}
