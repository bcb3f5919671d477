import type { Size } from './image-formats/format';
import type { Rgba, Square } from './resample';

/** An image that can be painted at any scale: a bitmap, or a drawing that the browser paints anew each time. */
export interface Drawable extends Size {
  readonly source: ImageBitmap | HTMLImageElement;
  /** How the stored pixels stand, as Exif counts it: 1 is upright. Width and height are those of the upright image. */
  readonly orientation: number;
}

/** The pixels of a part of an image, and which square of them was asked for. */
export interface Part {
  readonly image: ImageData;
  readonly square: Square;
}

/** Many times what a network sees: of more, nothing arrives. */
const MAX_PART_SIDE = 1024;

/** The whole image, scaled to a size. Throws a SecurityError where the browser lets no page read it. */
export function readWhole(drawable: Drawable, size: Size): ImageData {
  const context = contextOf(size);
  context.scale(size.width / drawable.width, size.height / drawable.height);
  paint(context, drawable);
  return context.getImageData(0, 0, size.width, size.height);
}

/** Whether it has no pixels of its own, so that no part of it is too small. */
export const isDrawing = ({ source }: Drawable): boolean => source instanceof HTMLImageElement;

/** What lies in a square, pixel for pixel; scaled down only where it is larger than anybody could use. */
export function readPart(drawable: Drawable, { x, y, side }: Square): Part {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const whole = Math.max(1, Math.ceil(x + side) - left, Math.ceil(y + side) - top);
  const scale = Math.min(isDrawing(drawable) ? Number.POSITIVE_INFINITY : 1, MAX_PART_SIDE / whole);
  const size = Math.ceil(whole * scale);
  const context = contextOf({ width: size, height: size });
  context.scale(scale, scale);
  context.translate(-left, -top);
  paint(context, drawable);
  return {
    image: context.getImageData(0, 0, size, size),
    square: { x: (x - left) * scale, y: (y - top) * scale, side: side * scale },
  };
}

/**
 * What is kept of an image, at most 1024 pixels a side: all of it where it is no larger. Of a larger one, and of a drawing,
 * what lies in the square: scaled down as a whole, a small square of it would lose its pixels.
 */
export function readOriginal(drawable: Drawable, square: Square): Part {
  const { width, height } = drawable;
  const fits = Math.max(width, height) <= MAX_PART_SIDE;
  return fits && !isDrawing(drawable)
    ? { image: readWhole(drawable, { width, height }), square }
    : readPart(drawable, square);
}

/** Whether the canvas gives back what was painted: some browsers alter it, and the network would see what isn't there. */
export function readsExactly(): boolean {
  const side = 32;
  const context = contextOf({ width: side, height: side });
  context.fillStyle = '#3c8ad2';
  context.fillRect(0, 0, side, side);
  const { data } = context.getImageData(0, 0, side, side);
  return data.every((value, at) => value === [0x3c, 0x8a, 0xd2, 255][at % 4]);
}

/** Whether any of it lets through what lies below. */
export const isTransparent = ({ data }: Rgba): boolean =>
  data.some((value, at) => at % 4 === 3 && value < 255);

/** A canvas to paint on and read from. @throws DOMException where the browser gives none. */
export function contextOf({ width, height }: Size): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new DOMException('no canvas', 'NotSupportedError');
  context.imageSmoothingQuality = 'high';
  return context;
}

/** Paints the upright image with its upper left corner at the origin. */
function paint(
  context: OffscreenCanvasRenderingContext2D,
  { source, width, height, orientation }: Drawable,
): void {
  const [a, b, c, d] = TURNS[orientation - 1];
  // Sides that a turn brings out of the image come back by its width or height.
  context.transform(a, b, c, d, a + c < 0 ? width : 0, b + d < 0 ? height : 0);
  const lies = b !== 0;
  context.drawImage(source, 0, 0, lies ? height : width, lies ? width : height);
}

/** Where the axes of the stored image point in the upright one, for each orientation of Exif. */
const TURNS: readonly (readonly [number, number, number, number])[] = [
  [1, 0, 0, 1],
  [-1, 0, 0, 1],
  [-1, 0, 0, -1],
  [1, 0, 0, -1],
  [0, 1, 1, 0],
  [0, 1, -1, 0],
  [0, -1, -1, 0],
  [0, -1, 1, 0],
];
