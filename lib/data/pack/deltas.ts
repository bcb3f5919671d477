import { type MapShape, size } from '@/lib/tensor/tensor';

/**
 * Images as small differences, which compress far better than bytes: for each image a plane per channel (of
 * three channels: green, red minus green, blue minus green), each value minus the prediction from its
 * neighbours. Bytes wrap around, so nothing is lost. `shape` is that of one image.
 */
export function toDeltas(pixels: Uint8Array, shape: MapShape): Uint8Array {
  const deltas = new Uint8Array(pixels.length);
  forEachPlane(pixels, shape, ALL, (plane, { pixelAt, channel, base, start }) => {
    for (let at = 0; at < plane.length; at++) {
      const pixel = pixelAt(at);
      plane[at] = pixels[pixel + channel] - (base === null ? 0 : pixels[pixel + base]);
    }
    for (let at = 0; at < plane.length; at++) deltas[start + at] = plane[at] - expected(plane, at, shape[1]);
  });
  return deltas;
}

/** Some of a set's images, by their indices; `to` is not among them. */
interface Part {
  readonly from: number;
  readonly to: number;
}
const ALL: Part = { from: 0, to: Number.POSITIVE_INFINITY };

/** Writes the pixels of some images to their place, bit for bit as they were before {@link toDeltas}. */
export function restore(deltas: Uint8Array, shape: MapShape, pixels: Uint8Array, part = ALL): void {
  forEachPlane(pixels, shape, part, (plane, { pixelAt, channel, base, start }) => {
    for (let at = 0; at < plane.length; at++) plane[at] = deltas[start + at] + expected(plane, at, shape[1]);
    for (let at = 0; at < plane.length; at++) {
      const pixel = pixelAt(at);
      pixels[pixel + channel] = plane[at] + (base === null ? 0 : pixels[pixel + base]);
    }
  });
}

/** One channel of one image: its place among the pixels, and among the deltas. */
interface Plane {
  /** The offset of the channels of pixel `at`. */
  readonly pixelAt: (at: number) => number;
  readonly channel: number;
  /** The channel that is subtracted from it. */
  readonly base: number | null;
  readonly start: number;
}

const GREEN = 1;
/** Of three channels: green, then red and blue as differences from it. */
const COLOURS = [GREEN, 0, 2] as const;

/**
 * The first planes of all images come first, then the others: similar data side by side compresses better.
 */
function forEachPlane(
  pixels: Uint8Array,
  shape: MapShape,
  { from, to }: Part,
  visit: (plane: Uint8Array, of: Plane) => void,
): void {
  const [height, width, channels] = shape;
  const bytes = size(shape);
  const count = pixels.length / bytes;
  const coloured = channels === COLOURS.length;
  const plane = new Uint8Array(height * width);
  for (let image = from; image < Math.min(to, count); image++)
    for (let turn = 0; turn < channels; turn++)
      visit(plane, {
        pixelAt: (at) => image * bytes + at * channels,
        channel: coloured ? COLOURS[turn] : turn,
        base: coloured && turn > 0 ? GREEN : null,
        start: (turn * count + image) * plane.length,
      });
}

/** The prediction from the values to the left and above (Paeth's predictor, as in PNG). */
function expected(plane: Uint8Array, at: number, width: number): number {
  const column = at % width;
  const left = column > 0 ? plane[at - 1] : 0;
  const above = at >= width ? plane[at - width] : 0;
  if (column === 0) return above;
  if (at < width) return left;
  const corner = plane[at - width - 1];
  const guess = left + above - corner;
  const byLeft = Math.abs(guess - left);
  const byAbove = Math.abs(guess - above);
  const byCorner = Math.abs(guess - corner);
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}
