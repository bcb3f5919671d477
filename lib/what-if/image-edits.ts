/** Changes to an image, as data: the same edits make the same bytes. */
import { randomLcg } from 'd3-random';
import type { MapShape } from '@/lib/tensor/tensor';

export interface Spot {
  readonly row: number;
  readonly column: number;
}

type Colour = readonly [red: number, green: number, blue: number];

export type ImageEdit =
  /** A stroke of a square brush; without a colour it restores the original. */
  | {
      readonly kind: 'paint';
      readonly size: number;
      readonly colour: Colour | null;
      readonly spots: readonly Spot[];
    }
  /** A grey square; `row` and `column` are its upper left pixel. */
  | ({ readonly kind: 'cover'; readonly size: number } & Spot)
  /**
   * All at once: rotated by degrees around the middle, then shifted, then the contrast changed, then noise.
   */
  | ({ readonly kind: 'adjust'; readonly seed: number } & Adjustment);

export interface Adjustment {
  readonly down: number;
  readonly right: number;
  readonly degrees: number;
  /** 1 leaves the contrast unchanged, 0 makes everything grey, 2 doubles the distance from grey. */
  readonly contrast: number;
  /** The largest change of a byte, as a share of 255. */
  readonly noise: number;
}

/**
 * The sides of brushes in pixels, from shares of the image's shorter side: whole, at least one, each of them once, the smallest
 * first.
 */
export const brushSizes = ([height, width]: MapShape, shares: readonly number[]): readonly number[] => [
  ...new Set(shares.map((share) => Math.max(1, Math.round(share * Math.min(height, width))))),
];

export const UNADJUSTED: Adjustment = { down: 0, right: 0, degrees: 0, contrast: 1, noise: 0 };
export const GREY = 128;

/** The bytes of an image, height x width x channels, after some edits. The original is not changed. */
export function editImage(original: Uint8Array, shape: MapShape, edits: readonly ImageEdit[]): Uint8Array {
  return edits.reduce((pixels, edit) => editOnce(pixels, original, shape, edit), original);
}

/**
 * {@link editImage} for a sequence of images with growing edits: if a stroke has continued since the last
 * one, only the new spots are painted, so that a long stroke takes no longer than a short one.
 */
export function imageEditor(): typeof editImage {
  let last: { original: Uint8Array; edits: readonly ImageEdit[]; pixels: Uint8Array } | null = null;
  return (original, shape, edits) => {
    const rest = last?.original === original ? grownBy(last.edits, edits) : null;
    const pixels =
      last && rest ? paint(last.pixels, original, shape, rest) : editImage(original, shape, edits);
    last = { original, edits, pixels };
    return pixels;
  };
}

/** The new spots of the last stroke; null where more or something else has changed. */
function grownBy(before: readonly ImageEdit[], now: readonly ImageEdit[]): Of<'paint'> | null {
  const [was, is] = [before.at(-1), now.at(-1)];
  if (was?.kind !== 'paint' || is?.kind !== 'paint' || before.length !== now.length) return null;
  const same =
    was.size === is.size &&
    String(was.colour) === String(is.colour) &&
    before.slice(0, -1).every((edit, n) => edit === now[n]) &&
    was.spots.every((spot, n) => spot === is.spots[n]);
  return same ? { ...is, spots: is.spots.slice(was.spots.length) } : null;
}

function editOnce(pixels: Uint8Array, original: Uint8Array, shape: MapShape, edit: ImageEdit): Uint8Array {
  switch (edit.kind) {
    case 'paint':
      return paint(pixels, original, shape, edit);
    case 'cover':
      return fill(pixels.slice(), shape, edit, edit.size, () => GREY);
    case 'adjust':
      return adjust(pixels, shape, edit);
  }
}

type Of<Kind extends ImageEdit['kind']> = Extract<ImageEdit, { kind: Kind }>;

function paint(
  pixels: Uint8Array,
  original: Uint8Array,
  shape: MapShape,
  { size, colour, spots }: Of<'paint'>,
): Uint8Array {
  const painted = pixels.slice();
  const corner = Math.floor(size / 2);
  for (const { row, column } of spots) {
    const from = { row: row - corner, column: column - corner };
    fill(painted, shape, from, size, (at, channel) => (colour ? colour[channel % 3] : original[at]));
  }
  return painted;
}

/** Fills a square in place, as far as it lies within the image. */
function fill(
  pixels: Uint8Array,
  [height, width, channels]: MapShape,
  { row, column }: Spot,
  size: number,
  value: (at: number, channel: number) => number,
): Uint8Array {
  for (let y = Math.max(0, row); y < Math.min(height, row + size); y++)
    for (let x = Math.max(0, column); x < Math.min(width, column + size); x++)
      for (let channel = 0; channel < channels; channel++) {
        const at = (y * width + x) * channels + channel;
        pixels[at] = value(at, channel);
      }
  return pixels;
}

const within = (n: number, length: number) => Math.max(0, Math.min(length - 1, n));
const byte = (value: number) => Math.max(0, Math.min(255, Math.round(value)));

/** Beyond its edge an image is extended by its edge pixels. */
function adjust(
  pixels: Uint8Array,
  [height, width, channels]: MapShape,
  { down, right, degrees, contrast, noise, seed }: Of<'adjust'>,
): Uint8Array {
  const angle = (degrees * Math.PI) / 180;
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const [middleRow, middleColumn] = [(height - 1) / 2, (width - 1) / 2];
  const random = randomLcg(seed);
  const changed = new Uint8Array(pixels.length);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const [y, x] = [row - down - middleRow, column - right - middleColumn];
      const fromRow = within(Math.round(middleRow + y * cosine - x * sine), height);
      const fromColumn = within(Math.round(middleColumn + y * sine + x * cosine), width);
      for (let channel = 0; channel < channels; channel++) {
        const value = pixels[(fromRow * width + fromColumn) * channels + channel];
        const flat = contrast === 1 ? value : GREY + (value - GREY) * contrast;
        const shaken = noise === 0 ? flat : flat + noise * 255 * (2 * random() - 1);
        changed[(row * width + column) * channels + channel] = byte(shaken);
      }
    }
  return changed;
}
