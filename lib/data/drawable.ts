import type { Size } from './image-formats/format';
import type { Rgba, Square } from './resample';

/** An image that can be painted at any scale: a bitmap, or a drawing that the browser renders each time. */
export interface Drawable extends Size {
  readonly source: ImageBitmap | HTMLImageElement;
  /**
   * The orientation of the stored pixels in Exif numbers: 1 is upright. Width and height are those of the
   * upright image.
   */
  readonly orientation: number;
}

/** The pixels of a part of an image, and the requested square of them. */
export interface Part {
  readonly image: ImageData;
  readonly square: Square;
}

/** Many times what a network sees: more pixels would make no difference. */
export const MAX_PART_SIDE = 1024;

/**
 * The whole image, scaled to a size. Throws a SecurityError where the browser lets no page read the pixels.
 */
export function readWhole(drawable: Drawable, size: Size): ImageData {
  const context = contextOf(size);
  context.scale(size.width / drawable.width, size.height / drawable.height);
  paint(context, drawable);
  return context.getImageData(0, 0, size.width, size.height);
}

/** Whether it is a vector drawing, so that no part of it is too small. */
export const isDrawing = ({ source }: Drawable): boolean => source instanceof HTMLImageElement;

/** The pixels of a square, unscaled; scaled down only if it is larger than {@link MAX_PART_SIDE}. */
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
 * The stored form of an image, at most 1024 pixels a side: all of it if it fits. Of a larger one, and of a
 * drawing, only the square is stored: scaled down with the whole image, a small square would lose its pixels.
 */
export function readOriginal(drawable: Drawable, square: Square): Part {
  const { width, height } = drawable;
  const fits = Math.max(width, height) <= MAX_PART_SIDE;
  return fits && !isDrawing(drawable)
    ? { image: readWhole(drawable, { width, height }), square }
    : readPart(drawable, square);
}

/**
 * Whether the canvas returns exactly what was painted: some browsers alter it, and the network would see a
 * different image.
 */
export function readsExactly(): boolean {
  const side = 32;
  const context = contextOf({ width: side, height: side });
  context.fillStyle = '#3c8ad2';
  context.fillRect(0, 0, side, side);
  const { data } = context.getImageData(0, 0, side, side);
  return data.every((value, at) => value === [0x3c, 0x8a, 0xd2, 255][at % 4]);
}

/** Whether any pixel is not fully opaque. */
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
export function paint(
  context: OffscreenCanvasRenderingContext2D,
  { source, width, height, orientation }: Drawable,
): void {
  const [a, b, c, d] = TURNS[orientation - 1];
  // Where a turn moves the image out of its frame, shift it back by its width or height.
  context.transform(a, b, c, d, a + c < 0 ? width : 0, b + d < 0 ? height : 0);
  const lies = b !== 0;
  context.drawImage(source, 0, 0, lies ? height : width, lies ? width : height);
}

/** The directions of the stored image's axes in the upright one, for each Exif orientation. */
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
